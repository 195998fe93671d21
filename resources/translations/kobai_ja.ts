<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Card</name>
    <message>
        <source>Show {name}</source>
        <translation>{name}を表示</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>{name}のその他の操作</translation>
    </message>
    <message>
        <source>Rename, duplicate, move, remove</source>
        <translation>名前の変更、複製、移動、削除</translation>
    </message>
    <message>
        <source>Colour of {name}</source>
        <translation>{name}の色</translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Rename</source>
        <translation>名前を変更</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上へ移動</translation>
    </message>
    <message>
        <source>It is the first.</source>
        <translation>いちばん上です。</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下へ移動</translation>
    </message>
    <message>
        <source>It is the last.</source>
        <translation>いちばん下です。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
</context>
<context>
    <name>ChainInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>積</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>因子</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>{name} · start</source>
        <translation>{name} · 開始</translation>
    </message>
    <message>
        <source>{name} · forward, layer {layer}</source>
        <translation>{name} · 順伝播、層 {layer}</translation>
    </message>
    <message>
        <source>{name} · backward, layer {layer}</source>
        <translation>{name} · 逆伝播、層 {layer}</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>層 {layer}</translation>
    </message>
    <message>
        <source>After 1 layer</source>
        <translation>1層を通った後</translation>
    </message>
    <message>
        <source>After {n} layers</source>
        <translation>{n}層を通った後</translation>
    </message>
    <message>
        <source>at best, {power}</source>
        <translation>{power} (上限)</translation>
    </message>
    <message>
        <source>this chain</source>
        <translation>この連鎖</translation>
    </message>
</context>
<context>
    <name>CollapseInspector</name>
    <message>
        <source>One input</source>
        <translation>1つの入力</translation>
    </message>
    <message>
        <source>Best straight line</source>
        <translation>最良の直線</translation>
    </message>
    <message>
        <source>misses by</source>
        <translation>ずれ</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>第1層</translation>
    </message>
    <message>
        <source>Non-linearity</source>
        <translation>非線形関数</translation>
    </message>
    <message>
        <source>Second layer</source>
        <translation>第2層</translation>
    </message>
    <message>
        <source>without: {y}</source>
        <translation>f なし：{y}</translation>
    </message>
    <message>
        <source>with f: {y}</source>
        <translation>f あり：{y}</translation>
    </message>
    <message>
        <source>One layer</source>
        <translation>1つの層</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>without: differs by {miss}</source>
        <translation>f なし：差 {miss}</translation>
    </message>
    <message>
        <source>with f: misses by {miss}</source>
        <translation>f あり：ずれ {miss}</translation>
    </message>
</context>
<context>
    <name>CollapseView</name>
    <message>
        <source>one layer: the same line</source>
        <translation>1つの層でも同じ直線</translation>
    </message>
    <message>
        <source>best line misses by {miss}</source>
        <translation>最良の直線とのずれ {miss}</translation>
    </message>
    <message>
        <source>Without a function between the layers</source>
        <translation>層の間に関数なし</translation>
    </message>
    <message>
        <source>With {function} between the layers</source>
        <translation>層の間に{function}</translation>
    </message>
    <message>
        <source>hidden unit {n}</source>
        <translation>隠れユニット {n}</translation>
    </message>
    <message>
        <source>a single straight line</source>
        <translation>1本の直線</translation>
    </message>
    <message>
        <source>first layer</source>
        <translation>第1層</translation>
    </message>
    <message>
        <source>second layer</source>
        <translation>第2層</translation>
    </message>
    <message>
        <source>both multiplied out</source>
        <translation>2つの層を掛け合わせる</translation>
    </message>
    <message>
        <source>Hidden units without a function</source>
        <translation>関数なしの隠れユニット</translation>
    </message>
    <message>
        <source>Hidden units with the function</source>
        <translation>関数ありの隠れユニット</translation>
    </message>
    <message>
        <source>Output without a function</source>
        <translation>関数なしの出力</translation>
    </message>
    <message>
        <source>Output with the function</source>
        <translation>関数ありの出力</translation>
    </message>
    <message>
        <source>New weights</source>
        <translation>重みを引き直す</translation>
    </message>
    <message>
        <source>Draw new weights</source>
        <translation>新しい重みを引きます</translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>桃</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>琥珀</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>空色</translation>
    </message>
    <message>
        <source>{colour}, dashed</source>
        <translation>{colour}、破線</translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation>書き出し (Ctrl+E)</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>ライトとダークの切り替え</translation>
    </message>
</context>
<context>
    <name>CurvePlots</name>
    <message>
        <source>Function f</source>
        <translation>関数 f</translation>
    </message>
    <message>
        <source>Derivative f′</source>
        <translation>導関数 f′</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>|f′| &lt; 0.05
saturated</source>
        <translation>|f′| &lt; 0.05
飽和</translation>
    </message>
    <message>
        <source>{functions}
everywhere</source>
        <translation>{functions}
は全域で一致</translation>
    </message>
    <message>
        <source>{functions}
for z ≥ {z}</source>
        <translation>{functions}
z ≥ {z} で一致</translation>
    </message>
    <message>
        <source>{functions}
for z ≤ {z}</source>
        <translation>{functions}
z ≤ {z} で一致</translation>
    </message>
    <message>
        <source>{functions}
for {low} ≤ z ≤ {high}</source>
        <translation>{functions}
{low} ≤ z ≤ {high} で一致</translation>
    </message>
    <message>
        <source>N({mean}, {spread}): {share} saturate</source>
        <translation>N({mean}, {spread})：{share} が飽和</translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation>傾き {slope}</translation>
    </message>
    <message>
        <source>drag me</source>
        <translation>ドラッグ可</translation>
    </message>
</context>
<context>
    <name>DensityPlot</name>
    <message>
        <source>every input
ends at {value}</source>
        <translation>全入力が
{value} に至る</translation>
    </message>
    <message>
        <source>{share}
at {value}</source>
        <translation>{value} に
{share}</translation>
    </message>
    <message>
        <source>{share} above</source>
        <translation>上に {share}</translation>
    </message>
    <message>
        <source>{share} below</source>
        <translation>下に {share}</translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw</source>
        <translation>乱数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>New draw</source>
        <translation>引き直す</translation>
    </message>
    <message>
        <source>All schemes make their weights from the same draw.</source>
        <translation>どの手法も、同じ乱数から重みを作ります。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>This picture has too many pixels; at most {most} million.</source>
        <translation>この図はピクセル数が多すぎます。上限は{most}00万ピクセルです。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>図の保存</translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation>{width} × {height} ピクセル</translation>
    </message>
    <message>
        <source>Shapes, sharp at any size</source>
        <translation>図形のため、どの大きさでも鮮明です</translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation>図の書き出し</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation>クリップボードにコピー</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Picture of</source>
        <translation>対象</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>倍率</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高さ</translation>
    </message>
</context>
<context>
    <name>FactsTable</name>
    <message>
        <source>function</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>range</source>
        <translation>出力範囲</translation>
    </message>
    <message>
        <source>Mean of f(z) for z from N(0, 1): ✓ zero-centred, ≈ nearly, ✗ not</source>
        <translation>z が N(0, 1) に従うときの f(z) の平均 (✓ 0中心、≈ ほぼ0中心、✗ 0中心でない)</translation>
    </message>
    <message>
        <source>0-centred</source>
        <translation>0中心</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>滑らか</translation>
    </message>
    <message>
        <source>Whether f′ has no jump</source>
        <translation>f′ に跳びがないか</translation>
    </message>
    <message>
        <source>monotone</source>
        <translation>単調</translation>
    </message>
    <message>
        <source>Whether f never falls</source>
        <translation>f が減少しないか</translation>
    </message>
    <message>
        <source>max f′</source>
        <translation>最大 f′</translation>
    </message>
    <message>
        <source>The largest slope</source>
        <translation>傾きの最大値</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>飽和</translation>
    </message>
    <message>
        <source>Share of N(0, 1) with |f′| &lt; 0.05</source>
        <translation>N(0, 1) のうち |f′| &lt; 0.05 となる割合</translation>
    </message>
    <message>
        <source>f′ = 0</source>
        <translation>f′ = 0</translation>
    </message>
    <message>
        <source>Share of N(0, 1) with f′ exactly 0</source>
        <translation>N(0, 1) のうち f′ がちょうど 0 となる割合</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>コスト</translation>
    </message>
    <message>
        <source>Nanoseconds per element on this machine, median of 25 interleaved rounds</source>
        <translation>計算コスト：このコンピューターでの1要素あたりのナノ秒 (交互に25回測った中央値)</translation>
    </message>
    <message>
        <source>use</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSVとしてコピー</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdownとしてコピー</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Recipes and pictures that carry one</source>
        <translation>レシピと、レシピを含む図</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>saved as {name}</source>
        <translation>{name} に保存しました</translation>
    </message>
    <message>
        <source>The whole panel</source>
        <translation>パネル全体</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>できませんでした</translation>
    </message>
</context>
<context>
    <name>FunctionsInspector</name>
    <message>
        <source>{function}: good and bad</source>
        <translation>{function}：長所と短所</translation>
    </message>
    <message>
        <source>At the probe</source>
        <translation>プローブの位置</translation>
    </message>
    <message>
        <source>All at the probe</source>
        <translation>プローブの位置での全関数</translation>
    </message>
    <message>
        <source>One input</source>
        <translation>1つの入力</translation>
    </message>
    <message>
        <source>All after k passes</source>
        <translation>k 回適用後の全関数</translation>
    </message>
    <message>
        <source>std</source>
        <translation>標準偏差</translation>
    </message>
</context>
<context>
    <name>FunctionsView</name>
    <message>
        <source>mean {mean}
std  {std}</source>
        <translation>平均 {mean}
std  {std}</translation>
    </message>
    <message>
        <source>measured here</source>
        <translation>この環境で測定</translation>
    </message>
    <message>
        <source>measured while the window is open</source>
        <translation>表示中に測定</translation>
    </message>
    <message>
        <source>0-centred: mean output for z ~ N(0, 1)   ·   saturated: |f′| &lt; 0.05   ·   cost: ns per element, {where}</source>
        <translation>0中心：z ~ N(0, 1) での平均出力   ·   飽和：|f′| &lt; 0.05   ·   コスト：1要素の ns、{where}</translation>
    </message>
    <message>
        <source>Function f(z)</source>
        <translation>関数 f(z)</translation>
    </message>
    <message>
        <source>Derivative f′(z)</source>
        <translation>導関数 f′(z)</translation>
    </message>
    <message>
        <source>Output density on the f axis</source>
        <translation>出力の密度 (f 軸)</translation>
    </message>
    <message>
        <source>Spread (std) after k passes</source>
        <translation>k 回後の標準偏差</translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation>コピー…</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>表をコピー</translation>
    </message>
    <message>
        <source>Density of the outputs after one pass</source>
        <translation>1回適用後の出力の密度</translation>
    </message>
    <message>
        <source>Density of the outputs after k passes</source>
        <translation>k 回適用後の出力の密度</translation>
    </message>
    <message>
        <source>Standard deviation of the outputs by number of passes</source>
        <translation>適用回数ごとの出力の標準偏差</translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>after 1 factor</source>
        <translation>因子1個の後</translation>
    </message>
    <message>
        <source>after {n} factors</source>
        <translation>因子{n}個の後</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>勾配消失</translation>
    </message>
    <message>
        <source>Gradient&apos;s size by layer, log scale</source>
        <translation>層ごとの勾配の大きさ (対数)</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|勾配|</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>layer; diamonds: negative</source>
        <translation>層、ひし形は負</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>input side</source>
        <translation>入力側</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>output side</source>
        <translation>出力側</translation>
    </message>
    <message>
        <source>Gradient after each layer&apos;s factor, log scale</source>
        <translation>層ごとの勾配 (対数)</translation>
    </message>
    <message>
        <source>Gradient&apos;s size by layer, log scale; diamonds: negative</source>
        <translation>層ごとの勾配の大きさ (対数)、ひし形は負</translation>
    </message>
    <message>
        <source>1 layer: {rule}</source>
        <translation>1層：{rule}</translation>
    </message>
    <message>
        <source>{n} layers, each {rule}</source>
        <translation>{n}層、各層で {rule}</translation>
    </message>
    <message>
        <source>backward</source>
        <translation>逆伝播</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Slope {slope}(z) by layer</source>
        <translation>各層の傾き {slope}(z)</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>計算済み</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>at best: {best}ᵏ</source>
        <translation>上限 {best}ᵏ</translation>
    </message>
    <message>
        <source>Slope {slope}(z) where each layer works</source>
        <translation>各層が働く位置での傾き {slope}(z)</translation>
    </message>
    <message>
        <source>the box, enlarged</source>
        <translation>枠の中の拡大</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>すべての層</translation>
    </message>
    <message>
        <source>right: factor {slope} · w</source>
        <translation>右：因子 {slope} · w</translation>
    </message>
    <message>
        <source>never above {most}</source>
        <translation>{most} を超えない</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>層 {layer}</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>play or pause</source>
        <translation>再生と一時停止</translation>
    </message>
    <message>
        <source>one step back, one step</source>
        <translation>1ステップ戻る、1ステップ進む</translation>
    </message>
    <message>
        <source>first step, last step</source>
        <translation>最初のステップ、最後のステップ</translation>
    </message>
    <message>
        <source>to the next control; arrows change it, double-click resets it</source>
        <translation>次のコントロールへ (矢印キーで変更、ダブルクリックで初期値)</translation>
    </message>
    <message>
        <source>undo, redo</source>
        <translation>元に戻す、やり直す</translation>
    </message>
    <message>
        <source>start again at the end, or not</source>
        <translation>最後まで来たら繰り返すかどうか</translation>
    </message>
    <message>
        <source>on a card: rename it</source>
        <translation>カードで：名前を変更</translation>
    </message>
    <message>
        <source>on a card: remove it</source>
        <translation>カードで：削除</translation>
    </message>
    <message>
        <source>on a card: move it up or down</source>
        <translation>カードで：上下に移動</translation>
    </message>
    <message>
        <source>open, save the experiment as a recipe</source>
        <translation>実験をレシピとして開く、保存する</translation>
    </message>
    <message>
        <source>save it under another name</source>
        <translation>名前を付けて保存</translation>
    </message>
    <message>
        <source>export the picture, copy it</source>
        <translation>図を書き出す、コピーする</translation>
    </message>
    <message>
        <source>fold the left or the right column</source>
        <translation>左または右の列をたたむ</translation>
    </message>
    <message>
        <source>presentation, and back</source>
        <translation>プレゼンテーション表示と、その終了</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Kobai {version} is a laboratory in which you watch, step through, scrub back and export how deep networks train. Every number on the screen is computed by its own engine and agrees with the reference frameworks.</source>
        <translation>Kobai {version} は、深いネットワークの学習を眺め、1ステップずつ進め、巻き戻し、書き出せる実験室です。画面の数値はすべて内蔵のエンジンが計算し、標準的なフレームワークの結果と一致します。</translation>
    </message>
    <message>
        <source>About Kobai</source>
        <translation>Kobaiについて</translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>There can be {n} at most.</source>
        <translation>最大{n}個までです。</translation>
    </message>
    <message>
        <source>There must be {n} at least.</source>
        <translation>少なくとも{n}個は必要です。</translation>
    </message>
    <message>
        <source>add…</source>
        <translation>追加…</translation>
    </message>
    <message>
        <source>Add to: {list}</source>
        <translation>追加先：{list}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kobai — {tab}</source>
        <translation>Kobai — {tab}</translation>
    </message>
    <message>
        <source>computing step {n} …</source>
        <translation>ステップ {n} を計算中…</translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation>元に戻す：{what}</translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation>やり直す：{what}</translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation>タブ</translation>
    </message>
    <message>
        <source>Export this plot…</source>
        <translation>このプロットを書き出し…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>実行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation>図を書き出し…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>図をコピー</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Back to the chapter&apos;s experiment</source>
        <translation>この章の実験に戻す</translation>
    </message>
    <message>
        <source>Settings column</source>
        <translation>設定の列</translation>
    </message>
    <message>
        <source>Explanation column</source>
        <translation>説明の列</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>プレゼンテーション表示</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>再生と一時停止</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>1ステップ戻る</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>1ステップ進む</translation>
    </message>
    <message>
        <source>First step</source>
        <translation>最初のステップ</translation>
    </message>
    <message>
        <source>Last step</source>
        <translation>最後のステップ</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>繰り返し</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>About Kobai</source>
        <translation>Kobaiについて</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>場所(&amp;L):</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>ファイルの種類(&amp;T):</translation>
    </message>
</context>
<context>
    <name>RaceInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>Standings</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>loss f</source>
        <translation>損失 f</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>ステップ {n}</translation>
    </message>
    <message>
        <source>undefined</source>
        <translation>未定義</translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>overflow at step {n}</source>
        <translation>ステップ {n} でオーバーフロー</translation>
    </message>
    <message>
        <source>{distance} outside</source>
        <translation>枠外 {distance}</translation>
    </message>
    <message>
        <source>{racer} overshoots: outside in steps {steps}, as far as ({x}, {y})</source>
        <translation>{racer}は行き過ぎ：ステップ {steps} で図の外、最遠 ({x}, {y})</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>歩幅</translation>
    </message>
    <message>
        <source>Curve by step</source>
        <translation>ステップごとの曲線</translation>
    </message>
    <message>
        <source>Paths on the loss surface</source>
        <translation>損失曲面上の軌跡</translation>
    </message>
    <message>
        <source>Curves by step</source>
        <translation>ステップごとの曲線</translation>
    </message>
    <message>
        <source>start — drag me</source>
        <translation>開始点 — ドラッグ可</translation>
    </message>
    <message>
        <source>optimum</source>
        <translation>最適解</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>ステップごとの損失</translation>
    </message>
    <message>
        <source>loss f</source>
        <translation>損失 f</translation>
    </message>
    <message>
        <source>Size of the gradient by step</source>
        <translation>ステップごとの勾配の大きさ</translation>
    </message>
    <message>
        <source>|∇f|</source>
        <translation>|∇f|</translation>
    </message>
    <message>
        <source>Length of each step</source>
        <translation>ステップごとの歩幅</translation>
    </message>
    <message>
        <source>|Δw|</source>
        <translation>|Δw|</translation>
    </message>
    <message>
        <source>loss f − {lowest}</source>
        <translation>損失 f − {lowest}</translation>
    </message>
    <message>
        <source>{quantity}, log scale</source>
        <translation>{quantity} (対数)</translation>
    </message>
    <message>
        <source>step t</source>
        <translation>ステップ t</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>step {k} / {n}</source>
        <translation>ステップ {k} / {n}</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>最初へ</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>1ステップ戻る</translation>
    </message>
    <message>
        <source>One step on</source>
        <translation>1ステップ進む</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>最後へ</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Start again at the end</source>
        <translation>最後まで来たら最初から繰り返す</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Drag to any step</source>
        <translation>ドラッグして任意のステップへ</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速さ</translation>
    </message>
    <message>
        <source>Speed, steps per second</source>
        <translation>速さ (1秒あたりのステップ数)</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最速</translation>
    </message>
    <message>
        <source>{n} / s</source>
        <translation>{n} / 秒</translation>
    </message>
</context>
<context>
    <name>WeightsBox</name>
    <message>
        <source>Another weight</source>
        <translation>別の重みなら</translation>
    </message>
    <message>
        <source>Gradient at layer 1 by w, log scale</source>
        <translation>w ごとの層 1 の勾配 (対数)</translation>
    </message>
    <message>
        <source>Keep or explode</source>
        <translation>保つ例と爆発する例</translation>
    </message>
    <message>
        <source>at layer 1</source>
        <translation>層 1 で</translation>
    </message>
    <message>
        <source>explodes</source>
        <translation>爆発</translation>
    </message>
    <message>
        <source>Gradient at layer 1 by weight; drag to set the weight</source>
        <translation>重みごとの層 1 の勾配 (ドラッグで重みを設定)</translation>
    </message>
    <message>
        <source>{activation}, w = {w}</source>
        <translation>{activation}、w = {w}</translation>
    </message>
</context>
<context>
    <name>WeightsInspector</name>
    <message>
        <source>expected</source>
        <translation>期待値</translation>
    </message>
    <message>
        <source>This draw</source>
        <translation>今回の乱数</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>std</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>偶然のずれ</translation>
    </message>
    <message>
        <source>± SE</source>
        <translation>± SE</translation>
    </message>
    <message>
        <source>in SE</source>
        <translation>SE 単位</translation>
    </message>
    <message>
        <source>seed {seed} · {size}</source>
        <translation>シード {seed} · {size}</translation>
    </message>
    <message>
        <source>weights: {n}</source>
        <translation>重み：{n}個</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>±2 standard errors, {name}</source>
        <translation>±2 標準誤差、{name}</translation>
    </message>
    <message>
        <source>{names}: one curve</source>
        <translation>{names}：1本の曲線</translation>
    </message>
    <message>
        <source>all {n}
are 0</source>
        <translation>{n}個
全部 0</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>std</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>{score} SE</source>
        <translation>{score} SE</translation>
    </message>
    <message>
        <source>expected {value}</source>
        <translation>期待値 {value}</translation>
    </message>
    <message>
        <source>Weights W: row {row} of {n_in}, {n_out} units across</source>
        <translation>重み W：{n_in}行中 {row}行目、横に{n_out}ユニット</translation>
    </message>
    <message>
        <source>W: row {row} of {n_in}</source>
        <translation>W：{row} / {n_in} 行</translation>
    </message>
    <message>
        <source>The picture shows evenly spaced rows and columns of the matrix.</source>
        <translation>図は、行列から等間隔に選んだ行と列を示しています。</translation>
    </message>
    <message>
        <source>Each its own</source>
        <translation>個別の尺度</translation>
    </message>
    <message>
        <source>Same w scale</source>
        <translation>共通の w 尺度</translation>
    </message>
    <message>
        <source>Scale of weights in pictures and histograms</source>
        <translation>図とヒストグラムでの重みの尺度</translation>
    </message>
    <message>
        <source>Histogram of the weights drawn so far, expected density dashed</source>
        <translation>引いた重みのヒストグラム、破線は期待される密度</translation>
    </message>
    <message>
        <source>Histogram, expected density dashed</source>
        <translation>ヒストグラム、破線は期待密度</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>ヒストグラム</translation>
    </message>
    <message>
        <source>Mean ÷ expected std</source>
        <translation>平均 ÷ 期待される標準偏差</translation>
    </message>
    <message>
        <source>Std ÷ expected std</source>
        <translation>標準偏差 ÷ 期待値</translation>
    </message>
    <message>
        <source>rows drawn</source>
        <translation>引いた行数</translation>
    </message>
    <message>
        <source>Weight matrix</source>
        <translation>重み行列</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>重みのヒストグラム</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>binary output</source>
        <translation>2値の出力</translation>
    </message>
    <message>
        <source>Smooth everywhere.</source>
        <translation>全域で滑らかです。</translation>
    </message>
    <message>
        <source>Not smooth: f′ jumps at 0.</source>
        <translation>滑らかではなく、0 で f′ が跳びます。</translation>
    </message>
    <message>
        <source>f′ goes far above 1: deep stacks can enlarge the gradient.</source>
        <translation>f′ が 1 を大きく超えます。層を深く重ねると、勾配が大きくなりすぎることがあります。</translation>
    </message>
    <message>
        <source>The output reads as a probability: right for a binary output layer.</source>
        <translation>出力を確率として読めるため、2値分類の出力層に適します。</translation>
    </message>
    <message>
        <source>Saturates on both sides: there the gradient all but vanishes.</source>
        <translation>両側で飽和し、勾配がほぼ消失します。</translation>
    </message>
    <message>
        <source>Not zero-centred, which slows learning.</source>
        <translation>0中心でなく、学習が遅くなります。</translation>
    </message>
    <message>
        <source>f′ is never above 0.25.</source>
        <translation>f′ は 0.25 を超えません。</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>recurrent</source>
        <translation>再帰型</translation>
    </message>
    <message>
        <source>Outputs of both signs.</source>
        <translation>正負両方の値を出力します。</translation>
    </message>
    <message>
        <source>Passes the gradient whole at z = 0.</source>
        <translation>z = 0 では勾配をそのまま通します。</translation>
    </message>
    <message>
        <source>Still saturates on both sides: deep stacks lose the gradient.</source>
        <translation>やはり両側で飽和し、層を深く重ねると勾配が失われます。</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Passes the gradient whole where z &gt; 0.</source>
        <translation>z &gt; 0 では勾配をそのまま通します。</translation>
    </message>
    <message>
        <source>Today&apos;s default in hidden layers.</source>
        <translation>現在の隠れ層の標準です。</translation>
    </message>
    <message>
        <source>Units can die: one whose z is never above 0 gets no gradient and stays so.</source>
        <translation>ユニットが死ぬことがあります (Dying ReLU)。z が 0 を超えないユニットには勾配が届かず、そのままになります。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Among the cheapest to compute.</source>
        <translation>計算コストが特に小さい関数の一つです。</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>if units die</source>
        <translation>ユニットが死ぬとき</translation>
    </message>
    <message>
        <source>Keeps some gradient where z ≤ 0: no unit dies.</source>
        <translation>z ≤ 0 でも勾配が残り、ユニットは死にません。</translation>
    </message>
    <message>
        <source>The gradient on the left is α times that on the right.</source>
        <translation>左側の勾配は、右側の α 倍です。</translation>
    </message>
    <message>
        <source>One more number to choose: α.</source>
        <translation>選ぶ数値が1つ増えます (α)。</translation>
    </message>
    <message>
        <source>Slope on the left</source>
        <translation>左側の傾き</translation>
    </message>
    <message>
        <source>The slope where z is 0 or negative</source>
        <translation>z が 0 以下のときの傾き</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>accuracy first</source>
        <translation>正解率を優先</translation>
    </message>
    <message>
        <source>Saturates on the left.</source>
        <translation>左側で飽和します。</translation>
    </message>
    <message>
        <source>The mean output is near 0.</source>
        <translation>出力の平均が 0 に近くなります。</translation>
    </message>
    <message>
        <source>The exponential costs time.</source>
        <translation>指数関数の計算に時間がかかります。</translation>
    </message>
    <message>
        <source>Depth on the left</source>
        <translation>左側の深さ</translation>
    </message>
    <message>
        <source>The function settles at −α on the left</source>
        <translation>左側で関数は −α に近づきます</translation>
    </message>
    <message>
        <source>Swish</source>
        <translation>Swish</translation>
    </message>
    <message>
        <source>smooth ReLU</source>
        <translation>滑らかなReLU</translation>
    </message>
    <message>
        <source>Close to ReLU far from 0.</source>
        <translation>0 から離れるとReLUに近づきます。</translation>
    </message>
    <message>
        <source>Lets some gradient through on the left.</source>
        <translation>左側でも勾配をいくらか通します。</translation>
    </message>
    <message>
        <source>The same as SiLU for β = 1.</source>
        <translation>β = 1 のときSiLUと同じです。</translation>
    </message>
    <message>
        <source>Not monotone: f′ is negative on the far left.</source>
        <translation>単調ではなく、左の遠くで f′ が負になります。</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>鋭さ</translation>
    </message>
    <message>
        <source>How quickly the gate opens: near z/2 when small, near ReLU when large</source>
        <translation>ゲートの開く速さです。小さいと z/2 に、大きいとReLUに近づきます</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>transformers</source>
        <translation>Transformer</translation>
    </message>
    <message>
        <source>The usual choice in transformers.</source>
        <translation>Transformerで標準的に使われます。</translation>
    </message>
    <message>
        <source>The error function is the costliest of all to compute.</source>
        <translation>誤差関数の計算コストは最も大きくなります。</translation>
    </message>
    <message>
        <source>Mish</source>
        <translation>Mish</translation>
    </message>
    <message>
        <source>image networks</source>
        <translation>画像用ネット</translation>
    </message>
    <message>
        <source>Costs an exponential, a logarithm and a tanh by its formula.</source>
        <translation>式どおりなら、指数、対数、tanhの計算が必要です。</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>deep plain nets</source>
        <translation>深い全結合ネット</translation>
    </message>
    <message>
        <source>Keeps the signal&apos;s mean and spread from layer to layer by itself.</source>
        <translation>層を重ねても、信号の平均と広がりをおのずと保ちます。</translation>
    </message>
    <message>
        <source>Zero-centred on a standard normal input.</source>
        <translation>標準正規分布の入力に対して0中心です。</translation>
    </message>
    <message>
        <source>Keeps its promise only with LeCun initialization and plain dense layers.</source>
        <translation>LeCun初期化と通常の全結合層の組み合わせでのみ、この性質が成り立ちます。</translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation>Softplus</translation>
    </message>
    <message>
        <source>positive output</source>
        <translation>正の値の出力</translation>
    </message>
    <message>
        <source>Always above 0: right for a quantity that must be positive.</source>
        <translation>常に正なので、正でなければならない量に適します。</translation>
    </message>
    <message>
        <source>Costs an exponential and a logarithm.</source>
        <translation>指数と対数の計算が必要です。</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等関数</translation>
    </message>
    <message>
        <source>regression output</source>
        <translation>回帰の出力</translation>
    </message>
    <message>
        <source>Any value can come out: right for the output layer of a regression.</source>
        <translation>どんな値も出力できるため、回帰の出力層に適します。</translation>
    </message>
    <message>
        <source>Not non-linear: any stack of such layers is one linear map.</source>
        <translation>非線形でないため、いくら層を重ねても1つの線形写像になります。</translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation>このファイルまたはフォルダーはありません</translation>
    </message>
    <message>
        <source>this is a folder, and a file is needed</source>
        <translation>これはフォルダーですが、ファイルが必要です</translation>
    </message>
    <message>
        <source>a part of this path is not a folder</source>
        <translation>パスの途中にフォルダーでないものがあります</translation>
    </message>
    <message>
        <source>reading or writing here is not permitted</source>
        <translation>ここでは読み書きが許可されていません</translation>
    </message>
    <message>
        <source>this place can only be read</source>
        <translation>ここは読み取り専用です</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>ディスクがいっぱいです</translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation>ディスクの割り当てを使い切りました</translation>
    </message>
    <message>
        <source>the file would be larger than is allowed here</source>
        <translation>ファイルの大きさがここでの上限を超えます</translation>
    </message>
    <message>
        <source>this name is too long</source>
        <translation>名前が長すぎます</translation>
    </message>
    <message>
        <source>the links on this path lead in a circle</source>
        <translation>パスのリンクが循環しています</translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation>ゼロ初期化</translation>
    </message>
    <message>
        <source>unusable: all units of a layer stay equal</source>
        <translation>使えません：層のすべてのユニットが同じままです</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正規分布</translation>
    </message>
    <message>
        <source>not advised: signals die out with depth</source>
        <translation>お勧めしません：層が深くなると信号が消えます</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>The standard deviation of the weights, whatever the layer&apos;s width</source>
        <translation>重みの標準偏差 (層の幅によりません)</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正規</translation>
    </message>
    <message>
        <source>Sigmoid, tanh</source>
        <translation>Sigmoid、tanh</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正規</translation>
    </message>
    <message>
        <source>ReLU, Leaky ReLU</source>
        <translation>ReLU、Leaky ReLU</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 一様</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 一様</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 正規</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>直交行列</translation>
    </message>
    <message>
        <source>very deep linear or tanh nets</source>
        <translation>非常に深い線形またはtanhのネット</translation>
    </message>
    <message>
        <source>η = 0.01</source>
        <translation>η = 0.01</translation>
    </message>
    <message>
        <source>Gives each parameter a rate of its own; since it forgets nothing, that rate shrinks too far.</source>
        <translation>パラメーターごとに学習率を持ちます。何も忘れないため、学習率は小さくなりすぎます。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>イプシロン</translation>
    </message>
    <message>
        <source>η = 0.01, ρ = 0.99</source>
        <translation>η = 0.01, ρ = 0.99</translation>
    </message>
    <message>
        <source>AdaGrad that forgets old gradients, so its steps do not die out.</source>
        <translation>古い勾配を忘れるAdaGradです。そのため更新量が消えていきません。</translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation>減衰率</translation>
    </message>
    <message>
        <source>η = 0.001, β₁ = 0.9, β₂ = 0.999</source>
        <translation>η = 0.001, β₁ = 0.9, β₂ = 0.999</translation>
    </message>
    <message>
        <source>Joins the strengths of Momentum and RMSprop; the most used, and needs hardly any tuning.</source>
        <translation>MomentumとRMSpropの長所を合わせたもので、最もよく使われ、ほとんど調整が要りません。</translation>
    </message>
    <message>
        <source>First moment decay</source>
        <translation>1次モーメントの減衰率</translation>
    </message>
    <message>
        <source>Second moment decay</source>
        <translation>2次モーメントの減衰率</translation>
    </message>
    <message>
        <source>The basic rule: always straight downhill. Simple, but slow.</source>
        <translation>基本の更新式で、常にまっすぐ下ります。単純ですが遅い手法です。</translation>
    </message>
    <message>
        <source>η = 0.01, β = 0.9</source>
        <translation>η = 0.01, β = 0.9</translation>
    </message>
    <message>
        <source>Keeps part of the steps before: damps oscillation and speeds up convergence.</source>
        <translation>以前の更新の一部を引き継ぎ、振動を抑えて収束を速めます。</translation>
    </message>
    <message>
        <source>Momentum coefficient</source>
        <translation>モーメンタム係数</translation>
    </message>
    <message>
        <source>Momentum that looks ahead: brakes sooner, but its stability limit is lower.</source>
        <translation>先を見るMomentumです。早めに減速しますが、安定限界は低くなります。</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>減衰</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加算</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>蓄積</translation>
    </message>
    <message>
        <source>Correct bias</source>
        <translation>バイアス補正</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>{found} is not {allowed}</source>
        <translation>{found} は{allowed}ではありません</translation>
    </message>
    <message>
        <source>{found} is outside the limits: {allowed}</source>
        <translation>{found} は範囲外です (範囲は {allowed})</translation>
    </message>
    <message>
        <source>{found} is not a text of {allowed} printable characters</source>
        <translation>{found} は印字できる {allowed} 文字の文字列ではありません</translation>
    </message>
    <message>
        <source>{found} is not a finite number</source>
        <translation>{found} は有限の数ではありません</translation>
    </message>
    <message>
        <source>the field {found} is not known; allowed: {allowed}</source>
        <translation>項目 {found} は不明です (使えるのは {allowed})</translation>
    </message>
    <message>
        <source>{found} is not known; allowed: {allowed}</source>
        <translation>{found} は不明です (使えるのは {allowed})</translation>
    </message>
    <message>
        <source>the field {allowed} is missing</source>
        <translation>項目 {allowed} がありません</translation>
    </message>
    <message>
        <source>the field {found} appears twice</source>
        <translation>項目 {found} が2回あります</translation>
    </message>
    <message>
        <source>the number of entries is {found}; allowed: {allowed}</source>
        <translation>要素の数は {found} です (許される個数は {allowed})</translation>
    </message>
    <message>
        <source>there is no such setting; possible here: {allowed}</source>
        <translation>この設定はありません (ここにあるのは {allowed})</translation>
    </message>
    <message>
        <source>this cannot be changed in the middle of a run</source>
        <translation>これは実行の途中では変更できません</translation>
    </message>
    <message>
        <source>this is not JSON: {found}</source>
        <translation>JSONではありません：{found}</translation>
    </message>
    <message>
        <source>this is not a Kobai recipe: {found} stands where {allowed} is needed</source>
        <translation>Kobaiのレシピではありません：{allowed}が必要なところに {found} があります</translation>
    </message>
    <message>
        <source>version {found} is not readable by this Kobai; it reads {allowed}</source>
        <translation>バージョン {found} は、このKobaiでは読めません (読めるのは {allowed})</translation>
    </message>
    <message>
        <source>this is too large to be a recipe: {found}; at most {allowed}</source>
        <translation>レシピとしては大きすぎます：{found} (上限は {allowed})</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数値</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>trueまたはfalse</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文字列</translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation>リスト […]</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>オブジェクト {…}</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>a whole number of more than 60 digits</source>
        <translation>60桁を超える整数</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation>段階減衰</translation>
    </message>
    <message>
        <source>Steps between drops</source>
        <translation>減衰の間隔 (ステップ)</translation>
    </message>
    <message>
        <source>Drop factor</source>
        <translation>減衰の倍率</translation>
    </message>
    <message>
        <source>Exponential decay</source>
        <translation>指数減衰</translation>
    </message>
    <message>
        <source>Factor per step</source>
        <translation>1ステップの倍率</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>線形</translation>
    </message>
    <message>
        <source>Total steps</source>
        <translation>全ステップ数</translation>
    </message>
    <message>
        <source>Final share</source>
        <translation>最後の割合</translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation>多項式</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>べき指数</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation>コサイン (リスタート)</translation>
    </message>
    <message>
        <source>First period</source>
        <translation>最初の周期</translation>
    </message>
    <message>
        <source>Period multiplier</source>
        <translation>周期の倍率</translation>
    </message>
    <message>
        <source>Warm-up, then cosine</source>
        <translation>ウォームアップ後コサイン</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>ウォームアップのステップ数</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>1サイクル</translation>
    </message>
    <message>
        <source>Share of steps going up</source>
        <translation>上昇区間の割合</translation>
    </message>
    <message>
        <source>Peak over start</source>
        <translation>最大 ÷ 最初</translation>
    </message>
    <message>
        <source>Start over end</source>
        <translation>最初 ÷ 最後</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>逆平方根</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>停滞時に減衰</translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation>減衰の倍率</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>待つステップ数</translation>
    </message>
    <message>
        <source>Improvement threshold</source>
        <translation>改善のしきい値</translation>
    </message>
    <message>
        <source>Cooldown</source>
        <translation>クールダウン</translation>
    </message>
    <message>
        <source>Smallest share</source>
        <translation>最小の割合</translation>
    </message>
    <message>
        <source>Warm-up, then …</source>
        <translation>ウォームアップ後…</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>その後</translation>
    </message>
    <message>
        <source>Sweep z</source>
        <translation>z 掃引</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>適用回数</translation>
    </message>
    <message>
        <source>How often the function is applied to its own output, one pass after another.</source>
        <translation>関数を自身の出力に繰り返し適用する回数です。</translation>
    </message>
    <message>
        <source>Raise k</source>
        <translation>k 増加</translation>
    </message>
    <message>
        <source>One input</source>
        <translation>1つの入力</translation>
    </message>
    <message>
        <source>The input that is followed through all passes.</source>
        <translation>すべての適用を通して追う入力です。</translation>
    </message>
    <message>
        <source>Passes in all</source>
        <translation>全適用回数</translation>
    </message>
    <message>
        <source>Why bend?</source>
        <translation>非線形</translation>
    </message>
    <message>
        <source>The input whose way through the network is written out.</source>
        <translation>ネットワークを通る計算を書き出す入力です。</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>色</translation>
    </message>
    <message>
        <source>View</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>関数</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Input N(μ, σ)</source>
        <translation>入力 N(μ, σ)</translation>
    </message>
    <message>
        <source>Mean of the inputs z.</source>
        <translation>入力 z の平均です。</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Standard deviation of the inputs z.</source>
        <translation>入力 z の標準偏差です。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>Two linear layers are one.</source>
        <translation>2つの線形層は1つの層と同じです。</translation>
    </message>
    <message>
        <source>Multiplied out they are y = {w:.4g} x {b:+.4g}: a single layer gives the same for every x. However many linear layers are stacked, they stay one.</source>
        <translation>掛け合わせると y = {w:.4g} x {b:+.4g} で、どの x に対しても1つの層が同じ値を出します。線形層をいくつ重ねても1つの層のままです。</translation>
    </message>
    <message>
        <source>With {function} no single layer can do it.</source>
        <translation>{function}は1層では表せません。</translation>
    </message>
    <message>
        <source>The best straight line misses the outputs by {miss:.3g} (rms over the inputs), {share:.3g} % of their spread. What bends between the layers is what makes depth worth having.</source>
        <translation>最良の直線でも、出力とのずれは {miss:.3g} (入力についての二乗平均平方根) で、出力の標準偏差の {share:.3g}% です。層の間の曲がりこそが、層を深くする意味を生みます。</translation>
    </message>
    <message>
        <source>{function} is nearly straight here.</source>
        <translation>{function}はここではほぼ直線です。</translation>
    </message>
    <message>
        <source>Over these inputs a straight line misses by only {share:.2g} % of the outputs&apos; spread: on a small stretch every smooth curve is a line. Widen σ.</source>
        <translation>この入力の範囲では、直線とのずれは出力の標準偏差の {share:.2g}% しかありません。狭い区間では、滑らかな曲線はどれも直線に見えます。σ を広げてください。</translation>
    </message>
    <message>
        <source>With {function} it is one layer still.</source>
        <translation>{function}があっても、1つの層のままです。</translation>
    </message>
    <message>
        <source>Over all these inputs a straight line misses by {miss:.1e}: rounding. Nothing bends, nothing is gained.</source>
        <translation>この入力すべてで、直線とのずれは {miss:.1e}、つまり丸め誤差です。曲がらなければ、何も得られません。</translation>
    </message>
    <message>
        <source>{function} is not defined here.</source>
        <translation>{function}はここでは定義されません。</translation>
    </message>
    <message>
        <source>There is no slope at z = {z:.2f}, and no gradient.</source>
        <translation>z = {z:.2f} には傾きがなく、勾配もありません。</translation>
    </message>
    <message>
        <source>{function} passes nothing here.</source>
        <translation>{function}はここでは何も通しません。</translation>
    </message>
    <message>
        <source>{function} keeps a little.</source>
        <translation>{function}はわずかに通します。</translation>
    </message>
    <message>
        <source>{here:.3g} % of the gradient comes through, here and however far to the left. Little, but never nothing: no unit dies.</source>
        <translation>ここでも、どれだけ左でも、勾配の {here:.3g}% が通ります。わずかですが 0 にはならず、ユニットは死にません。</translation>
    </message>
    <message>
        <source>{function} is saturated here.</source>
        <translation>{function}はここで飽和しています。</translation>
    </message>
    <message>
        <source>Its slope is exactly 0. A unit whose inputs all lie on such places gets no gradient and never changes again: it is dead. Of the inputs shown, {share} % lie there.</source>
        <translation>傾きがちょうど 0 です。入力がすべてこのような場所にあるユニットには勾配が届かず、二度と変わりません。死んだユニットです。図の入力の {share}% がここにあります。</translation>
    </message>
    <message>
        <source>It passes on {here:.2g} % of the gradient; ten layers on such a place leave {ten:.1e} of it. Of the inputs shown, {share} % lie where the slope is below 0.05.</source>
        <translation>勾配の {here:.2g}% しか伝えません。このような層が10層続くと、{ten:.1e} 倍になります。図の入力の {share}% が、傾き 0.05 未満の場所にあります。</translation>
    </message>
    <message>
        <source>{function} falls here.</source>
        <translation>{function}はここで減少します。</translation>
    </message>
    <message>
        <source>Its slope is {slope:.3g}: a larger input gives a smaller output, and the gradient changes its sign on the way.</source>
        <translation>傾きは {slope:.3g} です。入力が大きいほど出力は小さくなり、勾配は途中で符号が変わります。</translation>
    </message>
    <message>
        <source>{function} dims every gradient.</source>
        <translation>{function}はどの勾配も弱めます。</translation>
    </message>
    <message>
        <source>At z = 5 it passes on {far:.2g} %, here {here:.2g} %, never above {most:.3g} %. Ten layers at their very best leave one part in {parts:,.0f}.</source>
        <translation>伝わる勾配は z = 5 で {far:.2g}%、ここで {here:.2g}%、最大でも {most:.3g}% です。最良でも、10層で {parts:,.0f} 分の1になります。</translation>
    </message>
    <message>
        <source>{function} passes the gradient whole.</source>
        <translation>{function}は勾配をそのまま通します。</translation>
    </message>
    <message>
        <source>Its slope here is 1: however many layers stand on such a place, they take nothing from the gradient.</source>
        <translation>ここでの傾きは 1 です。このような層がいくつ続いても、勾配は減りません。</translation>
    </message>
    <message>
        <source>{function} enlarges the gradient here.</source>
        <translation>{function}はここで勾配を大きくします。</translation>
    </message>
    <message>
        <source>Its slope is {slope:.3f}: ten layers on such a place make the gradient {ten:.3g} times as large.</source>
        <translation>傾きは {slope:.3f} です。このような層が10層続くと、勾配は {ten:.3g} 倍になります。</translation>
    </message>
    <message>
        <source>{function} passes on {here:.3g} % here.</source>
        <translation>{function}はここで {here:.3g}% を伝えます。</translation>
    </message>
    <message>
        <source>Ten layers on such a place leave {ten:.2g} of the gradient. At its best the slope is {most:.3g}.</source>
        <translation>このような層が10層続くと、勾配は {ten:.2g} 倍になります。傾きの最大値は {most:.3g} です。</translation>
    </message>
    <message>
        <source>No pass yet.</source>
        <translation>まだ適用していません。</translation>
    </message>
    <message>
        <source>The inputs as they are drawn: mean {mean:.2f}, standard deviation {spread:.3g}.</source>
        <translation>引いたままの入力で、平均 {mean:.2f}、標準偏差 {spread:.3g} です。</translation>
    </message>
    <message>
        <source>{function} makes all inputs alike.</source>
        <translation>{function}で入力の違いが消えます。</translation>
    </message>
    <message>
        <source>After {passes} passes every one ends at {mean:.3g}, give or take {spread:.1e}. What told them apart is lost; the last pass kept {kept:.3g} % of it.</source>
        <translation>{passes}回の適用で、どの入力も {mean:.3g} ± {spread:.1e} に至りました。入力の違いは失われました。最後の1回で残った違いは {kept:.3g}% です。</translation>
    </message>
    <message>
        <source>{function} makes all inputs the same.</source>
        <translation>{function}で入力がすべて同じ値になります。</translation>
    </message>
    <message>
        <source>After {passes} passes every one ends at exactly {mean:.3g}. What told them apart is lost.</source>
        <translation>{passes}回の適用で、どの入力もちょうど {mean:.3g} になりました。入力の違いは失われました。</translation>
    </message>
    <message>
        <source>{function} narrows the signal.</source>
        <translation>{function}は信号を狭めます。</translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;; the last pass kept {kept:.3g} %.</source>
        <translation>標準偏差は {spread:.3g} で、入力の {left:.3g}% です。最後の1回で残ったのは {kept:.3g}% です。</translation>
    </message>
    <message>
        <source>{function} leaves the signal as it is.</source>
        <translation>{function}は信号をそのまま保ちます。</translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;, and the last pass kept {kept:.4g} % of it.</source>
        <translation>標準偏差は {spread:.3g} で、入力の {left:.3g}% です。最後の1回で {kept:.4g}% が残りました。</translation>
    </message>
    <message>
        <source>{function} widens the signal.</source>
        <translation>{function}は信号を広げます。</translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;; the last pass made it {kept:.3g} % as large.</source>
        <translation>標準偏差は {spread:.3g} で、入力の {left:.3g}% です。最後の1回で {kept:.3g}% になりました。</translation>
    </message>
    <message>
        <source>Scalar chain</source>
        <translation>スカラーの連鎖</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>層の数</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>連鎖</translation>
    </message>
    <message>
        <source>How many factors the chain rule multiplies.</source>
        <translation>連鎖律で掛け合わせる因子の個数です。</translation>
    </message>
    <message>
        <source>Input x</source>
        <translation>入力 x</translation>
    </message>
    <message>
        <source>What goes into the first layer.</source>
        <translation>最初の層への入力です。</translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation>重み w</translation>
    </message>
    <message>
        <source>The weight of every layer: z = w a. Each factor is f′(z) w.</source>
        <translation>全層に共通の重みで、z = w a です。各因子は f′(z) w です。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化関数</translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation>勾配消失</translation>
    </message>
    <message>
        <source>A straight line on a log axis: the same factor every time.</source>
        <translation>対数軸で直線：毎回同じ因子です。</translation>
    </message>
    <message>
        <source>A straight line on a log axis: nearly the same factor every time.</source>
        <translation>対数軸で直線：毎回ほぼ同じ因子です。</translation>
    </message>
    <message>
        <source>The line bends where the factor changes: its size runs from {low:.3g} to {high:.3g}.</source>
        <translation>因子が変わるところで線が曲がります。因子の大きさは {low:.3g} から {high:.3g} までです。</translation>
    </message>
    <message>
        <source>Exactly 0 from layer {layer} to the input: no place on a log axis, so it has a row of its own.</source>
        <translation>層 {layer} から入力まではちょうど 0 です。対数軸に場所がないため、専用の行に示します。</translation>
    </message>
    <message>
        <source>No finite number from layer {layer} to the input: shown in a row of its own.</source>
        <translation>層 {layer} から入力までは有限の数ではないため、専用の行に示します。</translation>
    </message>
    <message>
        <source>layer 1: z is {z:.4g}, so the factor is {factor:.4g}</source>
        <translation>層 1：z は {z:.4g}、因子は {factor:.4g}</translation>
    </message>
    <message>
        <source>layers 1 to {last}: z stays at {z:.4g}, and the factor at {factor:.4g}</source>
        <translation>層 1～{last}：z は {z:.4g}、因子は {factor:.4g} のまま</translation>
    </message>
    <message>
        <source>layers {first} to {last}: z settles at {z:.4g}, so the factor stays at {factor:.4g}</source>
        <translation>層 {first}～{last}：z は {z:.4g} に落ち着き、因子は {factor:.4g} のまま</translation>
    </message>
    <message>
        <source>from layer {first} on z alternates: {z:.4g} with factor {factor:.3g}, {other_z:.4g} with {other_factor:.3g}</source>
        <translation>層 {first} から z は交互：{z:.4g} で因子 {factor:.3g}、{other_z:.4g} で {other_factor:.3g}</translation>
    </message>
    <message>
        <source>z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}, the factor from {factor:.3g} to {last_factor:.3g}</source>
        <translation>z は層 1 の {z:.4g} から層 {last} の {last_z:.4g} へ、因子は {factor:.3g} から {last_factor:.3g} へ</translation>
    </message>
    <message>
        <source>z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}; the factor stays at {factor:.4g}</source>
        <translation>z は層 1 の {z:.4g} から層 {last} の {last_z:.4g} へ、因子は {factor:.4g} のまま</translation>
    </message>
    <message>
        <source>no layer works at a finite z</source>
        <translation>z が有限の層はありません</translation>
    </message>
    <message>
        <source>layers 1 to {layers} are in the box</source>
        <translation>層 1～{layers} は枠の中</translation>
    </message>
    <message>
        <source>layer 1 is in the box</source>
        <translation>層 1 は枠の中</translation>
    </message>
    <message>
        <source>{count} of {layers} layers lie beyond ±{limit:g}</source>
        <translation>{layers}層中 {count}層が ±{limit:g} の外</translation>
    </message>
    <message>
        <source>Of the w shown, Sigmoid does best at w = {w:.3g}, where {gradient:.2g} arrives. Past that it saturates: σ′ falls faster than |w| grows.</source>
        <translation>図の w の範囲では、Sigmoidは w = {w:.3g} が最良で、{gradient:.2g} が届きます。それを超えると飽和し、|w| の増加より σ′ の減少が速くなります。</translation>
    </message>
    <message>
        <source>Of the w shown, Sigmoid does best at the last, w = {w:.3g}, where {gradient:.3g} arrives.</source>
        <translation>図の w の範囲では、Sigmoidは端の w = {w:.3g} が最良で、{gradient:.3g} が届きます。</translation>
    </message>
    <message>
        <source>The signal overflows at layer {layer}.</source>
        <translation>層 {layer} で信号がオーバーフローします。</translation>
    </message>
    <message>
        <source>On the way forward a{layer} is beyond 1.8e308, the largest number of 64 bits, and is held as infinity. What comes after it is no longer a measurement.</source>
        <translation>順伝播で a{layer} が64ビットの最大値 1.8e308 を超え、無限大になりました。その先は、もはや測定値ではありません。</translation>
    </message>
    <message>
        <source>The signal is undefined from layer {layer} on.</source>
        <translation>層 {layer} から先の信号は未定義です。</translation>
    </message>
    <message>
        <source>On the way forward a{layer} is NaN, not a number: infinity met 0 or another infinity there.</source>
        <translation>順伝播で a{layer} がNaN (非数) になりました。無限大が 0 または別の無限大と出会ったためです。</translation>
    </message>
    <message>
        <source>The gradient overflows at layer {layer}.</source>
        <translation>層 {layer} で勾配がオーバーフローします。</translation>
    </message>
    <message>
        <source>On the way back the product grows beyond 1.8e308, the largest number of 64 bits: from layer {layer} to the input it is held as infinity.</source>
        <translation>逆伝播で積が64ビットの最大値 1.8e308 を超えます。層 {layer} から入力までは無限大になります。</translation>
    </message>
    <message>
        <source>The gradient is undefined from layer {layer} on.</source>
        <translation>層 {layer} から先の勾配は未定義です。</translation>
    </message>
    <message>
        <source>On the way back the product at layer {layer} is NaN, not a number: infinity times 0 has no value. Every layer nearer the input inherits it.</source>
        <translation>逆伝播で層 {layer} の積がNaN (非数) になりました。無限大と 0 の積には値がありません。入力に近い層はすべてこれを引き継ぎます。</translation>
    </message>
    <message>
        <source>A weight of 0 cuts the chain.</source>
        <translation>重み 0 が連鎖を断ち切ります。</translation>
    </message>
    <message>
        <source>Every factor is f′(z) · 0 = 0: the gradient is lost in the very first step back.</source>
        <translation>どの因子も f′(z) · 0 = 0 です。勾配は逆伝播の最初の1歩で失われます。</translation>
    </message>
    <message>
        <source>The chain is dead at layer {layer}.</source>
        <translation>連鎖は層 {layer} で死んでいます。</translation>
    </message>
    <message>
        <source>There z = {z:.4g}, and f′(z) is exactly 0. One factor of 0 makes the product 0, whatever the others are: from layer {layer} to the input nothing is left. Layers with a factor of 0: {count} of {layers}.</source>
        <translation>そこでは z = {z:.4g} で、f′(z) はちょうど 0 です。因子が1つでも 0 なら、他が何であれ積は 0 になり、層 {layer} から入力まで何も残りません。因子が 0 の層は、{layers}層中 {count}層です。</translation>
    </message>
    <message>
        <source>The gradient underflows at layer {layer}.</source>
        <translation>層 {layer} で勾配がアンダーフローします。</translation>
    </message>
    <message>
        <source>No factor is 0, but from layer {layer} on their product is below 5e-324, the smallest number of 64 bits, and is held as exactly 0. A layer passes on {average:.3g} on average.</source>
        <translation>因子は 0 ではありませんが、層 {layer} から先の積は64ビットの最小値 5e-324 を下回り、ちょうど 0 になります。1層は平均 {average:.3g} 倍を伝えます。</translation>
    </message>
    <message>
        <source>Nothing is left at layer 1.</source>
        <translation>層 1 には何も残りません。</translation>
    </message>
    <message>
        <source>{slope} is never above {steepest:.4g} and w is {w:.4g}, so a layer passes on {best:.4g} at most, here {average:.4g} on average. At depth {layers} that leaves {left:.3g}.</source>
        <translation>{slope} は {steepest:.4g} を超えず、w = {w:.4g} なので、1層が伝えるのは最大 {best:.4g} 倍、ここでは平均 {average:.4g} 倍です。{layers}層で {left:.3g} になります。</translation>
    </message>
    <message>
        <source>A factor of {best:.4g} is possible, but the layers work where {slope} is small: at layer {layer}, z = {z:.4g} and {slope} = {at:.3g}. At depth {layers} that leaves {left:.3g}.</source>
        <translation>因子は {best:.4g} まで可能ですが、層は {slope} の小さいところで働いています。層 {layer} では z = {z:.4g}、{slope} = {at:.3g} です。{layers}層では {left:.3g} になります。</translation>
    </message>
    <message>
        <source>Layers with a factor of size 1 or more: {count} of {layers}, at most {largest:.4g}. The others work where {slope} is small: at layer {layer}, z = {z:.4g} and {slope} = {at:.3g}. In all that leaves {left:.3g}.</source>
        <translation>因子の大きさが 1 以上の層は {layers}層中 {count}層で、最大 {largest:.4g} です。残りの層は {slope} の小さいところで働いています。層 {layer} では z = {z:.4g}、{slope} = {at:.3g} です。全体では {left:.3g} になります。</translation>
    </message>
    <message>
        <source>Little is left at layer 1.</source>
        <translation>層 1 にはわずかしか残りません。</translation>
    </message>
    <message>
        <source>A layer passes on {average:.4g} on average. At depth {layers} that leaves {left:.3g}; deeper, less.</source>
        <translation>1層は平均 {average:.4g} 倍を伝えます。{layers}層では {left:.3g} になり、深いほど小さくなります。</translation>
    </message>
    <message>
        <source>The gradient arrives.</source>
        <translation>勾配が届きます。</translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that leaves {left:.4g} at layer 1.</source>
        <translation>1層で平均 {average:.4g} 倍になります。{layers}層では、層 1 で {left:.4g} です。</translation>
    </message>
    <message>
        <source>The gradient grows.</source>
        <translation>勾配が大きくなります。</translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1; deeper, more.</source>
        <translation>1層で平均 {average:.4g} 倍になります。{layers}層では、層 1 で {left:.4g} になり、深いほど大きくなります。</translation>
    </message>
    <message>
        <source>The gradient explodes.</source>
        <translation>勾配が爆発します。</translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1: one step of learning would throw its weight far away.</source>
        <translation>1層で平均 {average:.4g} 倍になります。{layers}層では、層 1 で {left:.4g} です。1ステップの学習で重みが遠くへ飛ばされます。</translation>
    </message>
    <message>
        <source>The sign turns on the way.</source>
        <translation>途中で符号が変わります。</translation>
    </message>
    <message>
        <source>Factors below 0: {count} of {layers}. The plot shows the gradient&apos;s size, the table its sign too.</source>
        <translation>負の因子は {layers}個中 {count}個です。図は勾配の大きさを、表は符号も示します。</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation>初期化</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>入力数</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>How many numbers enter each unit; W has one row for each.</source>
        <translation>各ユニットに入る数値の個数です。W には、それぞれに1行があります。</translation>
    </message>
    <message>
        <source>How many units the layer has; W has one column for each.</source>
        <translation>層のユニットの個数です。W には、それぞれに1列があります。</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット数</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>初期化手法</translation>
    </message>
    <message>
        <source>ReLU keeps half: {kept}</source>
        <translation>ReLUは半分を残す：{kept}</translation>
    </message>
    <message>
        <source>where f is nearly linear: {z}</source>
        <translation>f がほぼ線形なところで：{z}</translation>
    </message>
    <message>
        <source>0 for every input, in every unit</source>
        <translation>どの入力、どのユニットでも 0</translation>
    </message>
    <message>
        <source>the same column for every unit</source>
        <translation>どのユニットでも同じ列</translation>
    </message>
    <message>
        <source>nothing reaches the layers below</source>
        <translation>下の層には何も届かない</translation>
    </message>
    <message>
        <source>Why not zeros</source>
        <translation>なぜゼロではいけないか</translation>
    </message>
    <message>
        <source>after {depth} layers: {end}</source>
        <translation>{depth}層の後：{end}</translation>
    </message>
    <message>
        <source>Why one s is not enough</source>
        <translation>なぜ一定の s では足りないか</translation>
    </message>
    <message>
        <source>Why 2 / (n + n)</source>
        <translation>なぜ 2 / (n + n) か</translation>
    </message>
    <message>
        <source>Why 2 / n</source>
        <translation>なぜ 2 / n か</translation>
    </message>
    <message>
        <source>Why 1 / n</source>
        <translation>なぜ 1 / n か</translation>
    </message>
    <message>
        <source>exact: W only turns a</source>
        <translation>厳密：W は a を回すだけ</translation>
    </message>
    <message>
        <source>exact: going back, W only turns δ</source>
        <translation>厳密：逆伝播でも W は δ を回すだけ</translation>
    </message>
    <message>
        <source>Why at right angles</source>
        <translation>なぜ直交か</translation>
    </message>
    <message>
        <source>Why the spread matters</source>
        <translation>なぜ標準偏差が大切か</translation>
    </message>
    <message>
        <source>{scheme}: all units stay equal.</source>
        <translation>{scheme}：すべてのユニットが同じままです。</translation>
    </message>
    <message>
        <source>All {count} weights are 0: the {n_out} units compute the same and get the same gradient. Training moves them together, so the layer stays one unit in {n_out} copies.</source>
        <translation>{count}個の重みがすべて 0 です。{n_out}個のユニットは同じ計算をし、同じ勾配を受け取ります。学習でも一緒に動くため、この層は1つのユニットの {n_out}個の複製のままです。</translation>
    </message>
    <message>
        <source>{scheme}: nothing passes.</source>
        <translation>{scheme}：何も通りません。</translation>
    </message>
    <message>
        <source>The one unit gives 0 for every input, and no gradient reaches the layers below it.</source>
        <translation>ただ1つのユニットがどの入力にも 0 を出し、下の層には勾配が届きません。</translation>
    </message>
    <message>
        <source>{scheme}: the signal dies out with depth.</source>
        <translation>{scheme}：層が深くなると信号が消えます。</translation>
    </message>
    <message>
        <source>{scheme}: the signal explodes with depth.</source>
        <translation>{scheme}：層が深くなると信号が爆発します。</translation>
    </message>
    <message>
        <source>{scheme} keeps the signal under ReLU.</source>
        <translation>{scheme}はReLUで信号を保ちます。</translation>
    </message>
    <message>
        <source>{scheme} keeps the signal for tanh.</source>
        <translation>{scheme}はtanhで信号を保ちます。</translation>
    </message>
    <message>
        <source>{scheme} is a middle way, for tanh and Sigmoid.</source>
        <translation>{scheme}はtanhとSigmoid向けの折衷です。</translation>
    </message>
    <message>
        <source>{scheme}: the signal drifts from layer to layer.</source>
        <translation>{scheme}：信号の大きさが層ごとにずれていきます。</translation>
    </message>
    <message>
        <source>Each such layer multiplies the signal by std W · √inputs = {factor:.3g}, with ReLU by {relu:.3g}. After {depth} layers at most {end:.1e} of it is left.</source>
        <translation>このような層は、信号を std W · √入力数 = {factor:.3g} 倍、ReLUなら {relu:.3g} 倍にします。{depth}層の後に残るのは、最大でも {end:.1e} 倍です。</translation>
    </message>
    <message>
        <source>Each such layer multiplies the signal by std W · √inputs = {factor:.3g}, with ReLU by {relu:.3g}: {end:.1e} times after {depth} layers. Sigmoid and tanh saturate instead.</source>
        <translation>このような層は、信号を std W · √入力数 = {factor:.3g} 倍、ReLUなら {relu:.3g} 倍にし、{depth}層の後には {end:.1e} 倍になります。Sigmoidとtanhでは、代わりに飽和します。</translation>
    </message>
    <message>
        <source>From inputs with E[a²] = 1 it makes Var z = inputs · Var W = {forward:.2f}. ReLU throws away half of that: E[a²] = {kept:.2f} again, layer after layer.</source>
        <translation>E[a²] = 1 の入力から Var z = 入力数 · Var W = {forward:.2f} になります。ReLUがその半分を捨てるので、どの層でも再び E[a²] = {kept:.2f} です。</translation>
    </message>
    <message>
        <source>Var z = inputs · Var W · E[a²] = {forward:.2f}: as large as before, as units that are nearly linear around 0 need it. ReLU keeps half, {kept:.2f}: there the signal shrinks by {relu:.2f} per layer.</source>
        <translation>Var z = 入力数 · Var W · E[a²] = {forward:.2f} で、大きさは変わりません。0 の近くでほぼ線形なユニットに適します。ReLUは半分の {kept:.2f} を残すため、信号は1層で {relu:.2f} 倍に縮みます。</translation>
    </message>
    <message>
        <source>Forward inputs · Var W = {forward:.2f}, backward units · Var W = {backward:.2f}: their mean is 1. ReLU throws away half of the signal; {kept:.2f} of its variance is left.</source>
        <translation>順伝播で 入力数 · Var W = {forward:.2f}、逆伝播で ユニット数 · Var W = {backward:.2f} となり、平均は 1 です。ReLUは信号の半分を捨て、分散の {kept:.2f} 倍が残ります。</translation>
    </message>
    <message>
        <source>Forward inputs · Var W = {forward:.2f}, backward units · Var W = {backward:.2f}. Each such layer multiplies the signal by {factor:.2f}, with ReLU by {relu:.2f}.</source>
        <translation>順伝播で 入力数 · Var W = {forward:.2f}、逆伝播で ユニット数 · Var W = {backward:.2f} です。このような層は、信号を {factor:.2f} 倍、ReLUなら {relu:.2f} 倍にします。</translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation>まだ何も引いていません。</translation>
    </message>
    <message>
        <source>Each step draws one row of W: the {n_out} weights of one input. Press play, or → for one step.</source>
        <translation>1ステップで W の1行、つまり1つの入力の重み {n_out}個を引きます。再生を押すか、→ で1ステップ進めてください。</translation>
    </message>
    <message>
        <source>Chance has no part in it.</source>
        <translation>偶然は関わりません。</translation>
    </message>
    <message>
        <source>Every draw of {scheme} is the same, whatever the seed.</source>
        <translation>{scheme}はどのシードで引き直しても同じです。</translation>
    </message>
    <message>
        <source>The mean is {score:+.1f} standard errors off.</source>
        <translation>平均が標準誤差の {score:+.1f} 倍ずれています。</translation>
    </message>
    <message>
        <source>Chance alone puts one draw in {odds:.0f} so far out. Watched row by row, one meets such a moment more often; a new draw shows whether it comes again.</source>
        <translation>偶然だけでこれほどずれるのは、{odds:.0f}回に1回です。1行ずつ見ていると、こうした瞬間にはもっとよく出会います。引き直すと、また起きるかがわかります。</translation>
    </message>
    <message>
        <source>The standard deviation is {score:+.1f} standard errors off.</source>
        <translation>標準偏差が標準誤差の {score:+.1f} 倍ずれています。</translation>
    </message>
    <message>
        <source>The draw is within chance.</source>
        <translation>ずれは偶然の範囲内です。</translation>
    </message>
    <message>
        <source>Two in three draws lie within ±1 standard error (SE), all but one in 370 within ±3.</source>
        <translation>3回に2回は ±1 標準誤差 (SE) に、370回に1回を除いて ±3 標準誤差に収まります。</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>軌跡</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>最適化手法</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>How the learning rate changes during the run.</source>
        <translation>実行中に学習率がどう変わるかを決めます。</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation>損失曲面</translation>
    </message>
    <message>
        <source>The loss as a function of two parameters. Choosing one moves the start.</source>
        <translation>2つのパラメーターの関数としての損失です。選ぶと開始点も移ります。</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>勾配ノイズ</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to every gradient; one draw per step, the same for all.</source>
        <translation>勾配に加えるノイズの標準偏差です。乱数は1ステップに1回引き、全員に共通です。</translation>
    </message>
    <message>
        <source>Start point</source>
        <translation>開始点</translation>
    </message>
    <message>
        <source>Racers</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Optimizer race</source>
        <translation>最適化レース</translation>
    </message>
    <message>
        <source>All start at the same point.</source>
        <translation>全員が同じ点から始めます。</translation>
    </message>
    <message>
        <source>At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}. Press play, or → for one step.</source>
        <translation>({x:.4g}, {y:.4g}) での損失は {loss:.4g} です。再生を押すか、→ で1ステップ進めてください。</translation>
    </message>
    <message>
        <source>{racer} overflowed at step {step}.</source>
        <translation>{racer}はステップ {step} でオーバーフローしました。</translation>
    </message>
    <message>
        <source>η = {rate:.10g} is above its stability limit {formula} = {limit:.10g} for the curvature λ = {curvature:.4g}: it went further and further away until its numbers passed 1.8e308. Below the limit it would converge.</source>
        <translation>η = {rate:.10g} は、曲率 λ = {curvature:.4g} での安定限界 {formula} = {limit:.10g} を超えています。遠ざかり続け、値が 1.8e308 を超えました。限界より小さければ収束します。</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>発散する</translation>
    </message>
    <message>
        <source>η = {rate:.10g} is above its stability limit {formula} = {limit:.10g} for the curvature λ = {curvature:.4g}: in that direction it goes further and further away. Below the limit it would converge.</source>
        <translation>η = {rate:.10g} は、曲率 λ = {curvature:.4g} での安定限界 {formula} = {limit:.10g} を超えています。その方向では遠ざかり続けます。限界より小さければ収束します。</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散した</translation>
    </message>
    <message>
        <source>There its loss passed {threshold:.2g}, far above all of the picture; now it is {loss:.3g}. Try a smaller η.</source>
        <translation>そこで損失が図の範囲をはるかに超える {threshold:.2g} を上回り、いまは {loss:.3g} です。η を小さくしてみてください。</translation>
    </message>
    <message>
        <source>never settles</source>
        <translation>落ち着かない</translation>
    </message>
    <message>
        <source>η = {rate:.10g} is exactly its stability limit {formula} for the curvature λ = {curvature:.4g}: in that direction it jumps from side to side for ever. Below the limit it converges; above, it diverges.</source>
        <translation>η = {rate:.10g} は、曲率 λ = {curvature:.4g} でのちょうど安定限界 {formula} なので、その方向では毎回反対側へ跳び、いつまでも続きます。限界より小さければ収束し、大きければ発散します。</translation>
    </message>
    <message>
        <source>at a saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>{racer} hangs at a saddle point.</source>
        <translation>{racer}は鞍点にとどまっています。</translation>
    </message>
    <message>
        <source>The gradient here is only {gradient:.1e} in size, yet this is no minimum: in one direction the surface falls to both sides (curvature {curvature:.3g}).</source>
        <translation>ここの勾配の大きさは {gradient:.1e} しかありませんが、最小点ではありません。ある方向では、曲面が両側へ下っています (曲率 {curvature:.3g})。</translation>
    </message>
    <message>
        <source>local minimum</source>
        <translation>局所最適解</translation>
    </message>
    <message>
        <source>{racer} sits in a local minimum.</source>
        <translation>{racer}は局所最適解にいます。</translation>
    </message>
    <message>
        <source>From here every way leads uphill, so its loss stays at {loss:.4g}. A lower minimum lies elsewhere.</source>
        <translation>ここからはどの方向も上りなので、損失は {loss:.4g} のままです。もっと低い最小点が他にあります。</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Its last steps are only {pace:.1e} long, and it has not reached a minimum. The gradient here is {gradient:.1e} in size.</source>
        <translation>最近の歩幅は {pace:.1e} しかなく、最小点には着いていません。ここの勾配の大きさは {gradient:.1e} です。</translation>
    </message>
    <message>
        <source>oscillates</source>
        <translation>振動する</translation>
    </message>
    <message>
        <source>Along {axis} it turned round {turns} times in its last {window} steps; each swing is about {factor:.3g} times as wide as the one before.</source>
        <translation>{axis} 方向に、最近の{window}ステップで{turns}回向きを変えました。振れ幅は、毎回およそ {factor:.3g} 倍になります。</translation>
    </message>
    <message>
        <source>runs away</source>
        <translation>流れ去る</translation>
    </message>
    <message>
        <source>{racer} runs away downhill.</source>
        <translation>{racer}はどこまでも下り続けます。</translation>
    </message>
    <message>
        <source>This surface has no lowest point: the loss is {loss:.4g} and still falling.</source>
        <translation>この曲面には最も低い点がありません。損失は {loss:.4g} で、なお減り続けています。</translation>
    </message>
    <message>
        <source>{racer} makes no headway.</source>
        <translation>{racer}はほとんど進んでいません。</translation>
    </message>
    <message>
        <source>In its last {window} steps it went {path:.3g} in all and ended {net:.2g} from where it began. The noise has σ = {noise:.3g}.</source>
        <translation>最近の{window}ステップで合わせて {path:.3g} 動きましたが、進んだ距離は {net:.2g} だけです。ノイズは σ = {noise:.3g} です。</translation>
    </message>
    <message>
        <source>{racer} stands higher than at the start.</source>
        <translation>{racer}は開始点より高いところにいます。</translation>
    </message>
    <message>
        <source>Its loss was {first:.4g} and is {loss:.4g} now; its last step was {pace:.2g} long.</source>
        <translation>損失は {first:.4g} でしたが、いまは {loss:.4g} です。最後の歩幅は {pace:.2g} です。</translation>
    </message>
    <message>
        <source>{racer} diverges.</source>
        <translation>{racer}は発散します。</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>桁あふれ</translation>
    </message>
    <message>
        <source>From there on its numbers are beyond 1.8e308, infinite or undefined: its path ends. Try a smaller η.</source>
        <translation>そこからは値が 1.8e308 を超え、無限大または未定義です。軌跡はここで終わります。η を小さくしてみてください。</translation>
    </message>
    <message>
        <source>{racer} diverged at step {step}.</source>
        <translation>{racer}はステップ {step} で発散しました。</translation>
    </message>
    <message>
        <source>{racer} never settles.</source>
        <translation>{racer}は落ち着きません。</translation>
    </message>
    <message>
        <source>crawls</source>
        <translation>遅い</translation>
    </message>
    <message>
        <source>The nearest minimum is {distance:.3g} away, and its steps have been {pace:.2g} long of late (their median): at this pace it needs {steps:,.0f} more, even straight there.</source>
        <translation>最も近い最小点までの距離は {distance:.3g}、最近の歩幅の中央値は {pace:.2g} です。この速さでは、まっすぐ向かっても、あと{steps:,.0f}ステップかかります。</translation>
    </message>
    <message>
        <source>no headway</source>
        <translation>進まない</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>悪化</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>収束した</translation>
    </message>
    <message>
        <source>{racer} has converged.</source>
        <translation>{racer}は収束しました。</translation>
    </message>
    <message>
        <source>{racer} oscillates.</source>
        <translation>{racer}は振動しています。</translation>
    </message>
    <message>
        <source>{racer} crawls.</source>
        <translation>{racer}はなかなか進みません。</translation>
    </message>
    <message>
        <source>{racer} stands still.</source>
        <translation>{racer}は止まっています。</translation>
    </message>
    <message>
        <source>It has stayed within {radius:.2g} of a minimum since step {step} or before; its loss is {loss:.3g}.</source>
        <translation>遅くともステップ {step} から、最小点から {radius:.2g} 以内にとどまっています。損失は {loss:.3g} です。</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>途中</translation>
    </message>
    <message>
        <source>{racer} is on its way.</source>
        <translation>{racer}は進行中です。</translation>
    </message>
    <message>
        <source>Its loss has gone from {first:.4g} to {loss:.4g}; its last step was {pace:.2g} long.</source>
        <translation>損失は {first:.4g} から {loss:.4g} になりました。最後の歩幅は {pace:.2g} です。</translation>
    </message>
    <message>
        <source>Elliptic bowl</source>
        <translation>楕円のボウル</translation>
    </message>
    <message>
        <source>Ten times as steep along y as along x: what is safe for y is slow for x.</source>
        <translation>y 方向は x 方向の10倍急です。y に安全な学習率は、x には遅すぎます。</translation>
    </message>
    <message>
        <source>Rosenbrock valley</source>
        <translation>Rosenbrockの谷</translation>
    </message>
    <message>
        <source>A narrow, bent ravine: its floor is nearly flat and its walls are steep.</source>
        <translation>細く曲がった谷です。底はほぼ平らで、壁は急です。</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale</translation>
    </message>
    <message>
        <source>Flat in the middle, with walls at the corners that throw a fast racer far away.</source>
        <translation>中央は平らですが、隅の壁が、速い参加者を遠くへ飛ばします。</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau</translation>
    </message>
    <message>
        <source>Four minima of equal depth: which one is reached depends on the start and the rule.</source>
        <translation>同じ深さの最小点が4つあります。どこに着くかは、開始点と更新式によります。</translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>At the saddle point the gradient is zero, yet it is no minimum; the way down leads out along y.</source>
        <translation>鞍点では勾配が 0 ですが、最小点ではありません。下り道は y 方向に外へ続きます。</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin</translation>
    </message>
    <message>
        <source>A local minimum in every unit square: small steps stay in the first one they meet.</source>
        <translation>単位正方形ごとに局所最適解があります。小さな歩幅では、最初に出会ったところにとどまります。</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley</translation>
    </message>
    <message>
        <source>Nearly flat far out and full of dents; the minimum itself is a sharp point.</source>
        <translation>遠くはほぼ平らで、くぼみだらけです。最小点そのものは鋭く尖っています。</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>六こぶラクダ</translation>
    </message>
    <message>
        <source>Six minima, only two of them lowest: a good-looking place may not be the best.</source>
        <translation>6つの局所最適解のうち、最も低いのは2つだけです。よさそうな場所が最良とは限りません。</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth</translation>
    </message>
    <message>
        <source>A ravine askew to the axes: a rate of its own for x and one for y cannot straighten it.</source>
        <translation>軸に対して斜めの谷です。x と y に別々の学習率を使っても、まっすぐにはできません。</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>プラトー</translation>
    </message>
    <message>
        <source>Far from the hollow the gradient all but vanishes: rules that follow its size stand still.</source>
        <translation>くぼみから遠いと、勾配はほぼ消失します。その大きさに従う手法は止まってしまいます。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG画像</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG図形</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>a picture without one</source>
        <translation>レシピのない図</translation>
    </message>
    <message>
        <source>a picture that Kobai made</source>
        <translation>Kobaiが作った図</translation>
    </message>
    <message>
        <source>more than {size}</source>
        <translation>{size} 超</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n} 文字</translation>
    </message>
    <message>
        <source>byte {byte} is not UTF-8 text</source>
        <translation>{byte} バイト目がUTF-8の文字ではありません</translation>
    </message>
    <message>
        <source>{fault}, line {line}, column {column}</source>
        <translation>{fault} ({line} 行 {column} 列)</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>値がありません</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>コンマがありません</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>コロンがありません</translation>
    </message>
    <message>
        <source>a name in quotes is missing</source>
        <translation>引用符で囲んだ名前がありません</translation>
    </message>
    <message>
        <source>there is a comma too many</source>
        <translation>余分なコンマがあります</translation>
    </message>
    <message>
        <source>a text has no closing quote</source>
        <translation>文字列を閉じる引用符がありません</translation>
    </message>
    <message>
        <source>a text holds a control character</source>
        <translation>文字列に制御文字が含まれています</translation>
    </message>
    <message>
        <source>a backslash is followed by a wrong character</source>
        <translation>バックスラッシュの後の文字が誤っています</translation>
    </message>
    <message>
        <source>it begins with a byte order mark</source>
        <translation>バイト順マークで始まっています</translation>
    </message>
    <message>
        <source>something follows after its end</source>
        <translation>終わりの後に余分な内容があります</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>it is nested too deeply</source>
        <translation>入れ子が深すぎます</translation>
    </message>
    <message>
        <source>it holds half of a character (a lone surrogate)</source>
        <translation>文字の半分だけが含まれています (単独のサロゲート)</translation>
    </message>
    <message>
        <source>a number in it has too many digits</source>
        <translation>桁数の多すぎる数値が含まれています</translation>
    </message>
    <message>
        <source>the recipe in the picture is damaged</source>
        <translation>図の中のレシピが壊れています</translation>
    </message>
    <message>
        <source>the recipe in the picture is not UTF-8 text</source>
        <translation>図の中のレシピがUTF-8の文字ではありません</translation>
    </message>
    <message>
        <source>the recipe in the picture is cut</source>
        <translation>図の中のレシピが途中で切れています</translation>
    </message>
    <message>
        <source>Usual: {numbers}</source>
        <translation>標準的な設定：{numbers}</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>draw</source>
        <translation>乱数の引き直し</translation>
    </message>
    <message>
        <source>{what} of {whose}</source>
        <translation>{whose}の{what}</translation>
    </message>
    <message>
        <source>adding {entry}</source>
        <translation>{entry}の追加</translation>
    </message>
    <message>
        <source>removing {entry}</source>
        <translation>{entry}の削除</translation>
    </message>
    <message>
        <source>order of {list}</source>
        <translation>{list}の並べ替え</translation>
    </message>
</context>
</TS>
