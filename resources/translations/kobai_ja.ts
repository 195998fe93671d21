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
    <name>ChainView</name>
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
        <source>Gradient after each layer&apos;s factor, log scale</source>
        <translation>層ごとの勾配 (対数)</translation>
    </message>
    <message>
        <source>Gradient&apos;s size by layer, log scale; diamonds: negative</source>
        <translation>層ごとの勾配の大きさ (対数)、ひし形は負</translation>
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
        <source>backward</source>
        <translation>逆伝播</translation>
    </message>
    <message>
        <source>output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>layer; diamonds: negative</source>
        <translation>層 (ひし形は負)</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
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
        <source>output side</source>
        <translation>出力側</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>すべての層</translation>
    </message>
    <message>
        <source>the box, enlarged</source>
        <translation>枠の中の拡大</translation>
    </message>
    <message>
        <source>enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Slope {slope}(z) where each layer works</source>
        <translation>各層が働く位置での傾き {slope}(z)</translation>
    </message>
    <message>
        <source>Slope {slope}(z) by layer</source>
        <translation>層ごとの傾き {slope}(z)</translation>
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
    <message>
        <source>1 layer: {rule}</source>
        <translation>1層：{rule}</translation>
    </message>
    <message>
        <source>{n} layers, each {rule}</source>
        <translation>{n}層、各層で {rule}</translation>
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
</context>
<context>
    <name>ChangeRow</name>
    <message>
        <source>from step {step}: {what}</source>
        <translation>ステップ {step} から：{what}</translation>
    </message>
    <message>
        <source>Remove: {change}</source>
        <translation>削除：{change}</translation>
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
    <name>CompareInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>at {n}</source>
        <translation>{n} 時点</translation>
    </message>
    <message>
        <source>Loss ranking</source>
        <translation>損失の順位</translation>
    </message>
    <message>
        <source>now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>step {n} · run 1</source>
        <translation>ステップ {n} · 試行1</translation>
    </message>
    <message>
        <source>∇f</source>
        <translation>∇f</translation>
    </message>
    <message>
        <source>all points</source>
        <translation>全点</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移動</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>step {n}</source>
        <translation>ステップ {n}</translation>
    </message>
    <message>
        <source>predicted noise floor of constant η: {value}</source>
        <translation>一定の η でのノイズの下限 (予測)：{value}</translation>
    </message>
    <message>
        <source>stability limit {formula} = {value}</source>
        <translation>安定限界 {formula} = {value}</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>学習率 η</translation>
    </message>
    <message>
        <source>Loss, mean of {n} runs (log scale)</source>
        <translation>損失、{n}回の試行の平均 (対数)</translation>
    </message>
    <message>
        <source>Loss (log scale)</source>
        <translation>損失 (対数)</translation>
    </message>
    <message>
        <source>Points answered right, mean of {n} runs</source>
        <translation>正解率、{n}回の試行の平均</translation>
    </message>
    <message>
        <source>Points answered right</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Position y of one run</source>
        <translation>1回の試行の位置 y</translation>
    </message>
    <message>
        <source>Position y</source>
        <translation>位置 y</translation>
    </message>
    <message>
        <source>dashed: ±2 standard deviations, predicted from η</source>
        <translation>破線：η から予測した ±2 標準偏差</translation>
    </message>
    <message>
        <source>dashed: ±2 sd, predicted</source>
        <translation>破線：予測 ±2 標準偏差</translation>
    </message>
    <message>
        <source>What the network of run 1 answers at step {n}, and the points</source>
        <translation>ステップ {n} での試行 1 のネットワークの出力と点</translation>
    </message>
    <message>
        <source>What the network of run 1 answers</source>
        <translation>試行 1 のネットワークの出力</translation>
    </message>
    <message>
        <source>Where the {runs} runs are at step {n}, within ±{reach} of the optimum (ringed: the run above)</source>
        <translation>ステップ {n} での{runs}回の試行の位置、最適解から ±{reach} (輪は上の図の試行)</translation>
    </message>
    <message>
        <source>Where the {runs} runs are, within ±{reach} of the optimum</source>
        <translation>{runs}回の試行の位置、最適解から ±{reach}</translation>
    </message>
    <message>
        <source>step t</source>
        <translation>ステップ t</translation>
    </message>
    <message>
        <source>Learning rate by step</source>
        <translation>ステップごとの学習率</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>ステップごとの損失</translation>
    </message>
    <message>
        <source>Position of one run by step</source>
        <translation>ステップごとの1回の試行の位置</translation>
    </message>
    <message>
        <source>Share of points answered right by step</source>
        <translation>ステップごとの正解率</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Compare with a second experiment, side by side (Ctrl+B)</source>
        <translation>もう1つの実験と並べて比較 (Ctrl+B)</translation>
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
    <message>
        <source>Compare A with B</source>
        <translation>A と B を比較</translation>
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
    <name>FollowBar</name>
    <message>
        <source>whole surface (F)</source>
        <translation>曲面の全体 (F)</translation>
    </message>
    <message>
        <source>follow {racer} (F)</source>
        <translation>{racer}を追う (F)</translation>
    </message>
    <message>
        <source>Farther (−)</source>
        <translation>引く (−)</translation>
    </message>
    <message>
        <source>Nearer (+)</source>
        <translation>寄る (+)</translation>
    </message>
</context>
<context>
    <name>Follower</name>
    <message>
        <source>Following {racer}, {zoom}×. F: whole surface</source>
        <translation>{racer}を {zoom} 倍で追跡中 (F キーで全体)</translation>
    </message>
</context>
<context>
    <name>FormHead</name>
    <message>
        <source>Swap A and B</source>
        <translation>A と B を入れ替え</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Experiments worth seeing, ready made</source>
        <translation>見ておきたい実験の設定</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>両方</translation>
    </message>
    <message>
        <source>Side to change</source>
        <translation>変更する側</translation>
    </message>
    <message>
        <source>What you change below is changed in A</source>
        <translation>下で変更した設定は A に反映されます</translation>
    </message>
    <message>
        <source>What you change below is changed in B</source>
        <translation>下で変更した設定は B に反映されます</translation>
    </message>
    <message>
        <source>What you change below is changed in A and B</source>
        <translation>下で変更した設定は A と B の両方に反映されます</translation>
    </message>
    <message>
        <source>More for A and B</source>
        <translation>A と B のその他の操作</translation>
    </message>
    <message>
        <source>Copy, swap</source>
        <translation>コピー、入れ替え</translation>
    </message>
    <message>
        <source>Copy B to A</source>
        <translation>B を A にコピー</translation>
    </message>
    <message>
        <source>Copy A to B</source>
        <translation>A を B にコピー</translation>
    </message>
</context>
<context>
    <name>ForwardInspector</name>
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
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Distinct units</source>
        <translation>異なるユニット</translation>
    </message>
    <message>
        <source>Unit × unit correlation</source>
        <translation>ユニット × ユニットの相関</translation>
    </message>
    <message>
        <source>Each row and each column is a unit: the fuller the colour, the closer two units go together over the batch. Units with the same weights are copies, and stay copies: they get the same gradient.</source>
        <translation>各行と各列が1つのユニットです。色が濃いほど、バッチ全体で2つのユニットがそろって動きます。重みが同じユニットは互いの複製で、同じ勾配を受けるため複製のままです。</translation>
    </message>
    <message>
        <source>seed {seed} · layer 1, {size}</source>
        <translation>シード {seed} · 層 1、{size}</translation>
    </message>
    <message>
        <source>layer 1</source>
        <translation>層 1</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>相関</translation>
    </message>
    <message>
        <source>{n} of {of}</source>
        <translation>{of} 中 {n}</translation>
    </message>
    <message>
        <source>{name}, layer {layer}</source>
        <translation>{name}、層 {layer}</translation>
    </message>
    <message>
        <source>of {symbol}, layer {layer}</source>
        <translation>{symbol}、層 {layer}</translation>
    </message>
</context>
<context>
    <name>ForwardView</name>
    <message>
        <source>all {n}
are 0</source>
        <translation>{n}個
全部 0</translation>
    </message>
    <message>
        <source>all
are 0</source>
        <translation>全部
0</translation>
    </message>
    <message>
        <source>overflow
at layer {layer}</source>
        <translation>層 {layer} で
オーバーフロー</translation>
    </message>
    <message>
        <source>every unit of every layer outputs 0</source>
        <translation>どの層のどのユニットも出力は 0</translation>
    </message>
    <message>
        <source>no gradient comes
below layer {layer}</source>
        <translation>層 {layer} より下には
勾配が届きません</translation>
    </message>
    <message>
        <source>Weights w of layer 1 ({size}): histogram of the draw, expected density dashed</source>
        <translation>層 1 の重み w ({size})：引いた値のヒストグラム、破線は期待される密度</translation>
    </message>
    <message>
        <source>Weights w of layer 1 ({size})</source>
        <translation>層 1 の重み w ({size})</translation>
    </message>
    <message>
        <source>Weights w, layer 1</source>
        <translation>重み w、層 1</translation>
    </message>
    <message>
        <source> · N(0, s): s is the standard deviation</source>
        <translation> · N(0, s)：s は標準偏差</translation>
    </message>
    <message>
        <source>Activations a after each layer</source>
        <translation>各層の出力 a</translation>
    </message>
    <message>
        <source>Gradients ∂L/∂a at each layer</source>
        <translation>各層の勾配 ∂L/∂a</translation>
    </message>
    <message>
        <source>{name} — bar on the left: share of exact zeros, on the right: beyond the axis</source>
        <translation>{name} (左の棒：ちょうど 0 の割合、右の棒：軸の外の割合)</translation>
    </message>
    <message>
        <source>{name} — bar on the left: share of exact zeros, ridge: all others, scaled to peak</source>
        <translation>{name} (左の棒：ちょうど 0 の割合、山：残りの値)</translation>
    </message>
    <message>
        <source>{name} — bar on the left: share of exact zeros</source>
        <translation>{name} (左の棒：ちょうど 0 の割合)</translation>
    </message>
    <message>
        <source>Standard deviation by layer: {own}; thin, hollow dots: {other}; dashed: theory for wide layers</source>
        <translation>層ごとの標準偏差：{own} (細線と白い点は {other}、破線は理論値)</translation>
    </message>
    <message>
        <source>Standard deviation: {own}; thin, hollow dots: {other}</source>
        <translation>標準偏差：{own} (細線は {other})</translation>
    </message>
    <message>
        <source>thin: {other}</source>
        <translation>細線：{other}</translation>
    </message>
    <message>
        <source>Standard deviation by layer, log scale; dashed: theory for wide layers</source>
        <translation>層ごとの標準偏差 (対数目盛)、破線：幅の広い層での理論値</translation>
    </message>
    <message>
        <source>Standard deviation by layer, log scale</source>
        <translation>層ごとの標準偏差 (対数目盛)</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>標準偏差</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>What is shown by layer</source>
        <translation>層ごとに示す量</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>layer, from the input side to the output side</source>
        <translation>層 (左が入力側、右が出力側)</translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation>重みのヒストグラム</translation>
    </message>
    <message>
        <source>Values by layer</source>
        <translation>層ごとの値</translation>
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
        <source>Vanishing gradients</source>
        <translation>勾配消失</translation>
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
        <source>one step back, one step, while ← → move by stages</source>
        <translation>← → が段階を進めるとき：1ステップ戻る、1ステップ進む</translation>
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
        <source>in the race: follow the selected racer, or show all; + − change how closely</source>
        <translation>レースで：選択した参加者を追う、全体に戻す (+ − で倍率を変更)</translation>
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
        <source>compare with a second experiment, or no longer</source>
        <translation>もう1つの実験との比較を開始、終了</translation>
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
    <name>LiveBox</name>
    <message>
        <source>Changes act from this step on</source>
        <translation>変更をこのステップから反映</translation>
    </message>
    <message>
        <source>On: what you change in this section holds from the step on the screen. Off: from the start.</source>
        <translation>オン：この区分での変更は、表示中のステップから有効になります。オフ：最初から有効になります。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kobai — {tab}</source>
        <translation>Kobai — {tab}</translation>
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
    <name>MapBar</name>
    <message>
        <source>Racer whose settings are mapped</source>
        <translation>マップで設定を見る参加者</translation>
    </message>
    <message>
        <source>Setting across</source>
        <translation>横軸の設定</translation>
    </message>
    <message>
        <source>Setting upwards</source>
        <translation>縦軸の設定</translation>
    </message>
    <message>
        <source>Chapter’s setting</source>
        <translation>この章の設定</translation>
    </message>
    <message>
        <source>Chapter’s</source>
        <translation>章の設定</translation>
    </message>
    <message>
        <source>Go to the best</source>
        <translation>最良の設定へ</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良へ</translation>
    </message>
</context>
<context>
    <name>MapInspector</name>
    <message>
        <source>At the cross</source>
        <translation>十字の位置</translation>
    </message>
    <message>
        <source>Steps to {goal}</source>
        <translation>{goal} までのステップ数</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>予測値</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>(not started)</source>
        <translation>(開始点に成分なし)</translation>
    </message>
    <message>
        <source>each step leaves {share} %</source>
        <translation>1ステップで {share}% が残る</translation>
    </message>
    <message>
        <source>overflows in a few steps</source>
        <translation>数ステップでオーバーフロー</translation>
    </message>
    <message>
        <source>d: distance from the minimum</source>
        <translation>d：最小点からの距離</translation>
    </message>
    <message>
        <source>d: root of f above its minimum</source>
        <translation>d：√(f − 最小値)</translation>
    </message>
    <message>
        <source>d: length of the gradient</source>
        <translation>d：勾配の大きさ</translation>
    </message>
    <message>
        <source>measured over {steps} steps</source>
        <translation>{steps}ステップで測定</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>ρ = max |z|</source>
        <translation>ρ = max |z|</translation>
    </message>
    <message>
        <source>outside: diverges</source>
        <translation>外側：発散</translation>
    </message>
    <message>
        <source>goal at step {n}</source>
        <translation>ステップ {n} で目標</translation>
    </message>
    <message>
        <source>predicted ρᵗ</source>
        <translation>予測 ρᵗ</translation>
    </message>
    <message>
        <source>ρᵗ, fitted over {steps} steps</source>
        <translation>ρᵗ ({steps}ステップから推定)</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>発散する</translation>
    </message>
    <message>
        <source>best: {settings},
ρ {rate}</source>
        <translation>最良：{settings},
ρ {rate}</translation>
    </message>
    <message>
        <source>rate ρ</source>
        <translation>収束率 ρ</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>{settings} — drag me</source>
        <translation>{settings} — ドラッグ可</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>収束率</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>ステップ数</translation>
    </message>
    <message>
        <source>What the colours tell</source>
        <translation>色で示す量</translation>
    </message>
    <message>
        <source>Rate of each setting</source>
        <translation>設定ごとの収束率</translation>
    </message>
    <message>
        <source>Drag the cross, or move it with the arrow keys.</source>
        <translation>十字はドラッグするか、矢印キーで動かします。</translation>
    </message>
    <message>
        <source>The run at the cross on the loss surface</source>
        <translation>十字の設定での、損失曲面上の実行</translation>
    </message>
    <message>
        <source>What is left of the distance by step</source>
        <translation>ステップごとの残りの距離</translation>
    </message>
    <message>
        <source>start — drag me</source>
        <translation>開始点 — ドラッグ可</translation>
    </message>
    <message>
        <source>step t</source>
        <translation>ステップ t</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>距離</translation>
    </message>
    <message>
        <source>root of f above its minimum</source>
        <translation>√(f − 最小値)</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Rate ρ: what one step leaves of the {quantity}</source>
        <translation>収束率 ρ：1ステップで残る{quantity}の割合</translation>
    </message>
    <message>
        <source>Steps until {goal} of the {quantity} is left</source>
        <translation>{quantity}の残りが {goal} になるまでのステップ数</translation>
    </message>
    <message>
        <source>Eigenvalues z of one step</source>
        <translation>1ステップの固有値 z</translation>
    </message>
    <message>
        <source>The run at the cross</source>
        <translation>十字の設定での実行</translation>
    </message>
    <message>
        <source>Distance left</source>
        <translation>残りの距離</translation>
    </message>
    <message>
        <source>Root of f above its minimum</source>
        <translation>√(f − 最小値)</translation>
    </message>
    <message>
        <source>Gradient left</source>
        <translation>残りの勾配</translation>
    </message>
    <message>
        <source>Colours: measured over {steps} steps.</source>
        <translation>色は{steps}ステップで測定したものです。</translation>
    </message>
    <message>
        <source>Dashed: exact.</source>
        <translation>破線は厳密値です。</translation>
    </message>
    <message>
        <source>Dotted: critical damping.</source>
        <translation>点線は臨界減衰です。</translation>
    </message>
    <message>
        <source>Hatched: diverges.</source>
        <translation>斜線では発散します。</translation>
    </message>
    <message>
        <source>The racer’s schedule is left out: η stays the same.</source>
        <translation>参加者のスケジュールは使わず、η は一定です。</translation>
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
        <source>Presets</source>
        <translation>プリセット</translation>
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
        <source>Compare A with B</source>
        <translation>A と B を比較</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A と B を入れ替え</translation>
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
    <name>Overview</name>
    <message>
        <source>The whole surface</source>
        <translation>曲面の全体</translation>
    </message>
    <message>
        <source>picture above</source>
        <translation>上の図</translation>
    </message>
</context>
<context>
    <name>PassInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>So far, from the loss down</source>
        <translation>損失からここまでの積</translation>
    </message>
    <message>
        <source>First layer / last layer</source>
        <translation>最初の層 / 最後の層</translation>
    </message>
    <message>
        <source>One change alone, first / last</source>
        <translation>1つだけ変えた場合の 最初 / 最後</translation>
    </message>
    <message>
        <source>start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>forward, layer {layer}</source>
        <translation>順伝播、層 {layer}</translation>
    </message>
    <message>
        <source>backward, layer {layer}</source>
        <translation>逆伝播、層 {layer}</translation>
    </message>
    <message>
        <source>forward {layer}</source>
        <translation>順伝播 {layer}</translation>
    </message>
    <message>
        <source>backward {layer}</source>
        <translation>逆伝播 {layer}</translation>
    </message>
    <message>
        <source>loss of this batch</source>
        <translation>このバッチの損失</translation>
    </message>
    <message>
        <source>begins with δ of layer {n}</source>
        <translation>層 {n} の δ から始まります</translation>
    </message>
    <message>
        <source>the way back is still to come</source>
        <translation>逆伝播はこれからです</translation>
    </message>
    <message>
        <source>δ of layer {n} is 0 already</source>
        <translation>層 {n} の δ がすでに 0 です</translation>
    </message>
    <message>
        <source>times δ of layer {n}</source>
        <translation>× 層 {n} の δ</translation>
    </message>
    <message>
        <source>{side}: {verdict}</source>
        <translation>{side}：{verdict}</translation>
    </message>
    <message>
        <source>80 % of {n} draws</source>
        <translation>{n} 回の乱数の 80 %</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差接続</translation>
    </message>
</context>
<context>
    <name>PassView</name>
    <message>
        <source>the forward pass is here</source>
        <translation>順伝播はここ</translation>
    </message>
    <message>
        <source>the backward pass is here</source>
        <translation>逆伝播はここ</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>Which gradient</source>
        <translation>表示する勾配</translation>
    </message>
    <message>
        <source>Which distributions</source>
        <translation>表示する分布</translation>
    </message>
    <message>
        <source>too large: one plain step of η = {rate} moves a weight by more than 1</source>
        <translation>大きすぎる：η = {rate} の単純な1ステップで重みが 1 より大きく動く</translation>
    </message>
    <message>
        <source>too small: a thousand plain steps of η = {rate} move a weight by less than 10⁻⁵</source>
        <translation>小さすぎる：η = {rate} の単純な1000ステップでも重みの動きは 10⁻⁵ 未満</translation>
    </message>
    <message>
        <source>Gradient rms {symbol} by layer, log scale</source>
        <translation>層ごとの勾配の rms {symbol} (対数目盛)</translation>
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
        <source>loss side</source>
        <translation>損失側</translation>
    </message>
    <message>
        <source>Distributions of A by layer</source>
        <translation>A の層ごとの分布</translation>
    </message>
    <message>
        <source>Distributions of B by layer</source>
        <translation>B の層ごとの分布</translation>
    </message>
    <message>
        <source>rms</source>
        <translation>rms</translation>
    </message>
    <message>
        <source>One step is one layer: {n} forward, then {n} backward.</source>
        <translation>1ステップで1層進みます。順伝播 {n} 層、続いて逆伝播 {n} 層です。</translation>
    </message>
    <message>
        <source>Gradients ∂L/∂h of each layer, divided by their rms</source>
        <translation>各層の勾配 ∂L/∂h (rms で割った値)</translation>
    </message>
    <message>
        <source>Outputs h of each layer, divided by their rms</source>
        <translation>各層の出力 h (rms で割った値)</translation>
    </message>
    <message>
        <source>Outputs h of each layer, over units and batch</source>
        <translation>各層の出力 h (ユニットとバッチの全体)</translation>
    </message>
    <message>
        <source>Outputs h of each layer ({side}: divided by their rms)</source>
        <translation>各層の出力 h ({side} は rms で割った値)</translation>
    </message>
    <message>
        <source>A measured</source>
        <translation>A 測定値</translation>
    </message>
    <message>
        <source>B measured</source>
        <translation>B 測定値</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>測定値</translation>
    </message>
    <message>
        <source>still to come</source>
        <translation>これから</translation>
    </message>
    <message>
        <source>theory, wide layers</source>
        <translation>理論 (幅の広い層)</translation>
    </message>
    <message>
        <source>median and middle 80 % of {n} draws</source>
        <translation>{n} 回の乱数の中央値と中央 80 %</translation>
    </message>
</context>
<context>
    <name>PathsView</name>
    <message>
        <source>overflow at step {n}</source>
        <translation>ステップ {n} でオーバーフロー</translation>
    </message>
    <message>
        <source>{state} at step {n}</source>
        <translation>ステップ {n} で{state}</translation>
    </message>
    <message>
        <source>{distance} outside</source>
        <translation>図の外 {distance}</translation>
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
        <source>2-D</source>
        <translation>2D</translation>
    </message>
    <message>
        <source>3-D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Swarm</source>
        <translation>群れ</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Picture of the race</source>
        <translation>レースの図</translation>
    </message>
</context>
<context>
    <name>RangeInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>How to read it</source>
        <translation>読み方</translation>
    </message>
    <message>
        <source>Use this η</source>
        <translation>この η を使う</translation>
    </message>
    <message>
        <source>Set it as the base learning rate and compare schedules</source>
        <translation>基準の学習率に設定して、スケジュールを比較</translation>
    </message>
    <message>
        <source>Far left η is too small: the loss hardly falls.</source>
        <translation>左のほうでは η が小さすぎて、損失はほとんど減りません。</translation>
    </message>
    <message>
        <source>Where it falls fastest, η is of use.</source>
        <translation>損失が最も速く減るあたりの η が使えます。</translation>
    </message>
    <message>
        <source>Where it turns upwards, steps overshoot.</source>
        <translation>損失が上向きに転じると、1ステップごとに行き過ぎています。</translation>
    </message>
    <message>
        <source>What the test says</source>
        <translation>テストの結果</translation>
    </message>
    <message>
        <source>η</source>
        <translation>η</translation>
    </message>
    <message>
        <source>step {n} of {all}</source>
        <translation>ステップ {n} / {all}</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>損失 {value}</translation>
    </message>
    <message>
        <source>loss falls fastest at</source>
        <translation>損失が最も速く減る</translation>
    </message>
    <message>
        <source>breaks loose above</source>
        <translation>超えると急増する</translation>
    </message>
    <message>
        <source>still good at</source>
        <translation>まだ使える</translation>
    </message>
    <message>
        <source>stability limit</source>
        <translation>安定限界</translation>
    </message>
    <message>
        <source>suggested</source>
        <translation>推奨</translation>
    </message>
    <message>
        <source>Use η = {value}</source>
        <translation>η = {value} を使う</translation>
    </message>
</context>
<context>
    <name>RangeView</name>
    <message>
        <source>stability limit {formula} = {value}</source>
        <translation>安定限界 {formula} = {value}</translation>
    </message>
    <message>
        <source>usable: {low} to {high}</source>
        <translation>使える範囲：{low}～{high}</translation>
    </message>
    <message>
        <source>suggested η = {value}</source>
        <translation>推奨 η = {value}</translation>
    </message>
    <message>
        <source>loss, mean of {n} runs</source>
        <translation>損失、{n}回の試行の平均</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Loss as η rises by the same factor each step</source>
        <translation>η を毎ステップ同じ倍率で上げたときの損失</translation>
    </message>
    <message>
        <source>Loss as η rises</source>
        <translation>η を上げたときの損失</translation>
    </message>
    <message>
        <source>learning rate η (log scale)</source>
        <translation>学習率 η (対数)</translation>
    </message>
    <message>
        <source>loss (log scale)</source>
        <translation>損失 (対数)</translation>
    </message>
    <message>
        <source>Loss against the learning rate</source>
        <translation>学習率に対する損失</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>{what} {side}</source>
        <translation>{what} {side}</translation>
    </message>
    <message>
        <source>the side being changed</source>
        <translation>変更中の側</translation>
    </message>
    <message>
        <source>Click to change only this side below</source>
        <translation>クリックすると、下の設定はこちら側だけを変更します</translation>
    </message>
</context>
<context>
    <name>SolidPlot</name>
    <message>
        <source>square-root scale</source>
        <translation>平方根目盛</translation>
    </message>
    <message>
        <source>cube-root scale</source>
        <translation>立方根目盛</translation>
    </message>
    <message>
        <source>fourth-root scale</source>
        <translation>4乗根目盛</translation>
    </message>
    <message>
        <source>Paths on the loss surface in three dimensions</source>
        <translation>3次元の損失曲面上の軌跡</translation>
    </message>
    <message>
        <source>Drag to turn, wheel to zoom. Keys: A and D turn, W and S tilt, + and − zoom.</source>
        <translation>ドラッグで回転、ホイールで拡大縮小します。キーでは、A と D で回転、W と S で傾き、+ と − で拡大縮小します。</translation>
    </message>
</context>
<context>
    <name>SolidView</name>
    <message>
        <source>Drag to turn, wheel to zoom. On the floor: the 2-D picture.</source>
        <translation>ドラッグで回転、ホイールで拡大縮小します。床の上は2Dの図です。</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>視点を戻す</translation>
    </message>
</context>
<context>
    <name>StageInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>ステップ {n}</translation>
    </message>
    <message>
        <source>to valley</source>
        <translation>谷となす角</translation>
    </message>
    <message>
        <source>to downhill</source>
        <translation>下る向きとなす角</translation>
    </message>
    <message>
        <source>Length and angle</source>
        <translation>長さと角度</translation>
    </message>
    <message>
        <source>length</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>{symbol}, this step</source>
        <translation>{symbol}、このステップ</translation>
    </message>
    <message>
        <source>{symbol}, an SGD step</source>
        <translation>{symbol}、SGDの1ステップ</translation>
    </message>
    <message>
        <source>loss f</source>
        <translation>損失 f</translation>
    </message>
</context>
<context>
    <name>StageMode</name>
    <message>
        <source>stage {k} of {n}: {name}</source>
        <translation>段階 {k} / {n}：{name}</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>段階</translation>
    </message>
    <message>
        <source>Stages of the update</source>
        <translation>更新の段階</translation>
    </message>
    <message>
        <source>Walk through the selected racer&apos;s update: ← and → by stage</source>
        <translation>選択した参加者の更新を段階ごとに表示 (← と → で1段階ずつ)</translation>
    </message>
</context>
<context>
    <name>StageParts</name>
    <message>
        <source>moved here</source>
        <translation>ここへ移動</translation>
    </message>
    <message>
        <source>stage {n} moves here</source>
        <translation>段階 {n} でここへ移動</translation>
    </message>
    <message>
        <source>valley floor {equation}</source>
        <translation>谷底 {equation}</translation>
    </message>
    <message>
        <source>{length} long</source>
        <translation>長さ {length}</translation>
    </message>
    <message>
        <source>{what}, {long}</source>
        <translation>{what}、{long}</translation>
    </message>
    <message>
        <source>The step is {length} long: too short to be seen here.</source>
        <translation>ステップの長さは {length} で、ここでは見えません。</translation>
    </message>
    <message>
        <source>Arrows in true length: 1 + 2 = 3.</source>
        <translation>矢印は実際の長さで、1 + 2 = 3 です。</translation>
    </message>
    <message>
        <source>Arrows in true length.</source>
        <translation>矢印は実際の長さです。</translation>
    </message>
</context>
<context>
    <name>StandingRow</name>
    <message>
        <source>{share} of the points right</source>
        <translation>正解率 {share}</translation>
    </message>
    <message>
        <source>{n} of {all} runs are in the picture</source>
        <translation>{all}回の試行のうち{n}回が図の中</translation>
    </message>
</context>
<context>
    <name>Stepping</name>
    <message>
        <source>computing step {n} …</source>
        <translation>ステップ {n} を計算中…</translation>
    </message>
</context>
<context>
    <name>SwarmInspector</name>
    <message>
        <source>Swarm</source>
        <translation>群れ</translation>
    </message>
    <message>
        <source>All optimizers</source>
        <translation>すべての最適化手法</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最寄り</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>Median: by that step half of the starts that arrive have arrived. Nearest: of those, the share that ends in the minimum nearest to the start. Missing: the share of all starts that does not arrive.</source>
        <translation>中央値は、到達する開始点の半数が到達したステップです。最寄りは、そのうち開始点に最も近い最小点に着いた割合です。未到達は、全開始点のうち到達しない割合です。</translation>
    </message>
    <message>
        <source>Arrived: within {radius} of a minimum to the end, for {n} steps at least.</source>
        <translation>到達とは、最小点から {radius} 以内に最後まで、少なくとも{n}ステップとどまることです。</translation>
    </message>
    <message>
        <source>not arrived</source>
        <translation>未到達</translation>
    </message>
    <message>
        <source>{n} starts; every one is drawn as a dot.</source>
        <translation>開始点は{n}個です。すべてを点で示しています。</translation>
    </message>
    <message>
        <source>{n} starts; one in {every} is drawn as a dot.</source>
        <translation>開始点は{n}個です。{every}個に1個を点で示しています。</translation>
    </message>
    <message>
        <source>The first {n} racers run as swarms.</source>
        <translation>群れで走るのは、先頭の参加者{n}人です。</translation>
    </message>
    <message>
        <source>A swarm runs for {n} steps at most.</source>
        <translation>群れが走るのは、最大{n}ステップです。</translation>
    </message>
    <message>
        <source>A schedule that looks at the loss sees the median of all starts.</source>
        <translation>損失を見るスケジュールは、全出発点の損失の中央値を見ます。</translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation>ステップ {n}</translation>
    </message>
    <message>
        <source>by {n}</source>
        <translation>{n} まで</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散した</translation>
    </message>
    <message>
        <source>minimum, f = {value}</source>
        <translation>最小点、f = {value}</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>最小点</translation>
    </message>
    <message>
        <source>a local minimum</source>
        <translation>局所最適解</translation>
    </message>
</context>
<context>
    <name>SwarmView</name>
    <message>
        <source>{share} diverge</source>
        <translation>{share} 発散</translation>
    </message>
    <message>
        <source>all arrive</source>
        <translation>すべて到達</translation>
    </message>
    <message>
        <source>{share} not arrived</source>
        <translation>{share} 未到達</translation>
    </message>
    <message>
        <source>steps, {racer}</source>
        <translation>{racer}、ステップ数</translation>
    </message>
    <message>
        <source>not arrived by step {n}</source>
        <translation>ステップ {n} で未到達</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>発散した</translation>
    </message>
    <message>
        <source>Where each start ends</source>
        <translation>各開始点の行き先</translation>
    </message>
    <message>
        <source>Share of the starts that has arrived by each step</source>
        <translation>各ステップまでに到達した開始点の割合</translation>
    </message>
    <message>
        <source>step t</source>
        <translation>ステップ t</translation>
    </message>
    <message>
        <source>Arrived by step, % of starts</source>
        <translation>ステップごとの到達率 (%)</translation>
    </message>
    <message>
        <source>The same starts under each optimizer, each on its own scale of steps</source>
        <translation>同じ開始点を各最適化手法で走らせた結果 (ステップの尺度は個別)</translation>
    </message>
    <message>
        <source>Dots</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Show some starts as moving dots</source>
        <translation>一部の開始点を動く点で表示</translation>
    </message>
    <message>
        <source>Colour: where a start ends. Lighter: it got there sooner.</source>
        <translation>色は開始点の行き先を示します。明るいほど早く到達しました。</translation>
    </message>
    <message>
        <source>Click a start to see its way.</source>
        <translation>開始点をクリックすると、軌跡が見られます。</translation>
    </message>
    <message>
        <source>Click it again to hide its way.</source>
        <translation>もう一度クリックすると、軌跡を隠します。</translation>
    </message>
</context>
<context>
    <name>TorchBox</name>
    <message>
        <source>The same in PyTorch</source>
        <translation>PyTorchでの同じ設定</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the PyTorch code</source>
        <translation>PyTorchのコードをコピー</translation>
    </message>
    <message>
        <source>PyTorch code</source>
        <translation>PyTorchのコード</translation>
    </message>
</context>
<context>
    <name>TrailProbe</name>
    <message>
        <source>step {n}</source>
        <translation>ステップ {n}</translation>
    </message>
</context>
<context>
    <name>TrainingInspector</name>
    <message>
        <source>This step</source>
        <translation>このステップ</translation>
    </message>
    <message>
        <source>Numbers at step {step}</source>
        <translation>ステップ {step} での数値</translation>
    </message>
    <message>
        <source>{rule}, layer {layer}</source>
        <translation>{rule}、層 {layer}</translation>
    </message>
    <message>
        <source>step {size}</source>
        <translation>更新 {size}</translation>
    </message>
    <message>
        <source>root {root} {relation} ε, {step}</source>
        <translation>√v {root} {relation} ε、{step}</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最後</translation>
    </message>
    <message>
        <source>rms ∂L/∂W, layer {layer}</source>
        <translation>rms ∂L/∂W、層 {layer}</translation>
    </message>
    <message>
        <source>moved, layer {layer}</source>
        <translation>変化、層 {layer}</translation>
    </message>
    <message>
        <source>loss, this batch</source>
        <translation>損失 (このバッチ)</translation>
    </message>
    <message>
        <source>right, all points</source>
        <translation>正解率 (全点)</translation>
    </message>
    <message>
        <source>ratio 1 / {last}</source>
        <translation>比 1 / {last}</translation>
    </message>
    <message>
        <source>moved over 0.1 %</source>
        <translation>変化 &gt; 0.1 %</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>初期化の比較</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>distinct</source>
        <translation>異なる</translation>
    </message>
    <message>
        <source>step {step} · {optimizer}</source>
        <translation>ステップ {step} · {optimizer}</translation>
    </message>
    <message>
        <source>Why copies stay copies</source>
        <translation>複製が複製のままの理由</translation>
    </message>
    <message>
        <source>Two units of layer 1</source>
        <translation>第1層の2つのユニット</translation>
    </message>
    <message>
        <source>equal weights, equal gradients</source>
        <translation>等しい重みに等しい勾配</translation>
    </message>
    <message>
        <source>they differ, and so do gradients</source>
        <translation>異なり、勾配も異なる</translation>
    </message>
    <message>
        <source>Σδ: {n}</source>
        <translation>Σδ：{n}</translation>
    </message>
    <message>
        <source>unit {j}: {n}</source>
        <translation>ユニット{j}：{n}</translation>
    </message>
</context>
<context>
    <name>TrainingView</name>
    <message>
        <source>{loss} ≈ ln 2, a coin toss</source>
        <translation>{loss} ≈ ln 2、コイン投げ</translation>
    </message>
    <message>
        <source>● step {step}  ○ step {known}</source>
        <translation>● ステップ {step}  ○ ステップ {known}</translation>
    </message>
    <message>
        <source>● step {step}</source>
        <translation>● ステップ {step}</translation>
    </message>
    <message>
        <source>● dead  ○ saturated</source>
        <translation>● 死んだ  ○ 飽和</translation>
    </message>
    <message>
        <source>gradient exactly 0</source>
        <translation>勾配がちょうど 0</translation>
    </message>
    <message>
        <source>no number: overflow</source>
        <translation>数でない：オーバーフロー</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>正解率</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Weights moved</source>
        <translation>重みの変化</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>ユニット数</translation>
    </message>
    <message>
        <source>Output at step {step}</source>
        <translation>ステップ {step} の出力</translation>
    </message>
    <message>
        <source>right of the {n} points</source>
        <translation>{n}点の正解率</translation>
    </message>
    <message>
        <source>right of {n}</source>
        <translation>{n}点正解</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>変化</translation>
    </message>
    <message>
        <source>By layer</source>
        <translation>層ごと</translation>
    </message>
    <message>
        <source>Weights moved, and units, by layer: ↑ ↓ choose the layer spoken of</source>
        <translation>層ごとの重みの変化とユニット (↑ ↓ で説明する層を選択)</translation>
    </message>
    <message>
        <source>gradient rms ∂L/∂W by layer and step</source>
        <translation>層とステップごとの勾配 rms ∂L/∂W</translation>
    </message>
    <message>
        <source>rms ∂L/∂W by layer and step</source>
        <translation>層とステップごとの rms ∂L/∂W</translation>
    </message>
    <message>
        <source>top: loss side, bottom: input side</source>
        <translation>上が損失側、下が入力側</translation>
    </message>
    <message>
        <source>top: loss side</source>
        <translation>上が損失側</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差接続</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>層</translation>
    </message>
    <message>
        <source>not computed yet</source>
        <translation>未計算</translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation>ステップごとの損失</translation>
    </message>
    <message>
        <source>Output over the plane</source>
        <translation>平面上の出力</translation>
    </message>
    <message>
        <source>training step (all {n} points each)</source>
        <translation>学習ステップ (毎回 全{n}点)</translation>
    </message>
    <message>
        <source>training step (one batch of {n} each)</source>
        <translation>学習ステップ (毎回 {n}点のバッチ)</translation>
    </message>
    <message>
        <source>ε of {name} = {value}</source>
        <translation>{name}の ε = {value}</translation>
    </message>
    <message>
        <source>overflow</source>
        <translation>オーバーフロー</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>正解率 {share}</translation>
    </message>
    <message>
        <source>Output of {name}: {share}</source>
        <translation>{name}の出力：{share}</translation>
    </message>
    <message>
        <source>Output over the plane, first draw, and the {n} points; below: medians</source>
        <translation>平面上の出力 (最初の乱数) と{n}個の点、下は中央値</translation>
    </message>
    <message>
        <source>Output over the plane, first draw</source>
        <translation>平面上の出力 (最初の乱数)</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>出力</translation>
    </message>
    <message>
        <source>Distinct units in layer 1, of {n}: copies count as one</source>
        <translation>第1層の異なるユニットの数 (全{n}個、複製は1つと数える)</translation>
    </message>
    <message>
        <source>Gradient: rms of ∂L/∂W in layer 1, median of the draws</source>
        <translation>勾配：第1層の ∂L/∂W の二乗平均平方根 (中央値)</translation>
    </message>
    <message>
        <source>Distinct units in layer 1</source>
        <translation>第1層の異なるユニットの数</translation>
    </message>
    <message>
        <source>rms of ∂L/∂W, layer 1</source>
        <translation>∂L/∂W の二乗平均平方根、第1層</translation>
    </message>
    <message>
        <source>Rounding errors, which would part copies some day, are left out.</source>
        <translation>複製をいつか引き離してしまう丸め誤差は除いてあります。</translation>
    </message>
    <message>
        <source>Loss on all points: median of {n} draws, band from lowest to highest</source>
        <translation>全点での損失：乱数{n}回の中央値、帯は最小から最大まで</translation>
    </message>
    <message>
        <source>Loss: median and range of {n} draws</source>
        <translation>損失：乱数{n}回の中央値と範囲</translation>
    </message>
    <message>
        <source>Loss on all points</source>
        <translation>全点での損失</translation>
    </message>
    <message>
        <source> · only {n} of {all} units fit</source>
        <translation> · ユニットは{all}個のうち{n}個まで</translation>
    </message>
    <message>
        <source> · only {n} of {all} draws fit</source>
        <translation> · 乱数は{all}回のうち{n}回まで</translation>
    </message>
    <message>
        <source> · thin: {side}</source>
        <translation> · 細線：{side}</translation>
    </message>
    <message>
        <source>Distinct units</source>
        <translation>異なるユニット</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>勾配</translation>
    </message>
    <message>
        <source>What the lower plot shows</source>
        <translation>下のグラフに表示するもの</translation>
    </message>
    <message>
        <source>class 0</source>
        <translation>クラス0</translation>
    </message>
    <message>
        <source>class 1</source>
        <translation>クラス1</translation>
    </message>
    <message>
        <source>ln 2 = 0.693, a coin toss</source>
        <translation>ln 2 = 0.693、コイン投げ</translation>
    </message>
    <message>
        <source>training step</source>
        <translation>学習ステップ</translation>
    </message>
    <message>
        <source>Distinct units or gradient by step</source>
        <translation>ステップごとの異なるユニットの数または勾配</translation>
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
        <source>One stage back; with Shift, one step</source>
        <translation>1段階戻る (Shiftキーで1ステップ)</translation>
    </message>
    <message>
        <source>One stage on; with Shift, one step</source>
        <translation>1段階進む (Shiftキーで1ステップ)</translation>
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
        <source>all
are 0</source>
        <translation>全部
0</translation>
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
        <source> · N(0, s): s is the standard deviation</source>
        <translation> · N(0, s)：s は標準偏差</translation>
    </message>
    <message>
        <source> · N(0, s): s = std</source>
        <translation> · N(0, s)：s は標準偏差</translation>
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
        <source>Divide</source>
        <translation>除算</translation>
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
        <source>η = 1, ρ = 0.9</source>
        <translation>η = 1, ρ = 0.9</translation>
    </message>
    <message>
        <source>RMSprop that measures its steps by the size of those before, so that it needs no learning rate; its first steps are very small.</source>
        <translation>それまでの更新量の大きさで次の更新量を決めるRMSpropです。学習率を必要としませんが、最初の更新量はごく小さくなります。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
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
        <source>step {found} is still being computed; wait until it is shown</source>
        <translation>ステップ {found} はまだ計算中です。表示されるまでお待ちください</translation>
    </message>
    <message>
        <source>this formula cannot be read: {found}</source>
        <translation>数式を読み取れません：{found}</translation>
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
        <source>Steps between drops</source>
        <translation>減衰の間隔 (ステップ)</translation>
    </message>
    <message>
        <source>Drop factor</source>
        <translation>減衰の倍率</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>段階減衰</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>指数</translation>
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
        <source>One-cycle</source>
        <translation>1サイクル</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>ウォームアップのステップ数</translation>
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
        <source>Warm-up + cosine</source>
        <translation>ウォームアップ+コサイン</translation>
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
        <source>Here all functions are compared in one picture: add another to the list.</source>
        <translation>ここでは、すべての関数を1つの図で比べます。リストに追加してください。</translation>
    </message>
    <message>
        <source>Here all racers are compared in one picture: add another to the list.</source>
        <translation>ここでは、すべての参加者を1つの図で比べます。リストに追加してください。</translation>
    </message>
    <message>
        <source>Learning-rate schedules</source>
        <translation>学習率スケジュール</translation>
    </message>
    <message>
        <source>Here all schedules are compared in one picture: add another to the list.</source>
        <translation>ここでは、すべてのスケジュールを1つの図で比べます。リストに追加してください。</translation>
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
        <source>One pass</source>
        <translation>1往復</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Batch normalization</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>Each unit&apos;s z is brought to mean 0 and variance 1 over the batch.</source>
        <translation>各ユニットの z を、バッチ全体で平均 0、分散 1 にそろえます。</translation>
    </message>
    <message>
        <source>Residual connections</source>
        <translation>残差接続</translation>
    </message>
    <message>
        <source>Each layer adds its output to its input: a short cut for the gradient.</source>
        <translation>各層の出力を入力に足します。勾配の近道になります。</translation>
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
        <source>How many hidden layers; a linear output of one unit follows them.</source>
        <translation>隠れ層の数です。その後に、1ユニットの線形な出力が続きます。</translation>
    </message>
    <message>
        <source>Units per layer</source>
        <translation>層ごとのユニット数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>バッチ</translation>
    </message>
    <message>
        <source>How many points go through the network at once.</source>
        <translation>一度にネットワークを通る点の数です。</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>乱数の回数</translation>
    </message>
    <message>
        <source>Repeats the pass with so many seeds; shown are their median and a band.</source>
        <translation>この数のシードで往復を繰り返し、中央値と帯を示します。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>課題</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
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
        <source>On the way forward an output of layer {layer} is beyond 1.8e308, the largest number of 64 bits. What comes after it, and all of the way back, is no measurement any more.</source>
        <translation>順伝播で層 {layer} の出力が、64ビットの最大数 1.8e308 を超えます。その先と逆伝播の値は、もう測定とは言えません。</translation>
    </message>
    <message>
        <source>On the way back a gradient at layer {layer} is beyond 1.8e308, the largest number of 64 bits. From there to the input it is no measurement any more.</source>
        <translation>逆伝播で層 {layer} の勾配が、64ビットの最大数 1.8e308 を超えます。そこから入力までの値は、もう測定とは言えません。</translation>
    </message>
    <message>
        <source>No gradient at all: the weights are 0.</source>
        <translation>勾配がまったくありません。重みが 0 です。</translation>
    </message>
    <message>
        <source>The way back leads through the weights: g = δ Wᵀ, and W = 0. In all {depth} hidden layers ∂L/∂W is exactly 0. At most the output layer can begin to learn, and the units of a layer stay copies of one another.</source>
        <translation>逆伝播は重みを通ります。g = δ Wᵀ で W = 0 なので、隠れ層 {depth} 層すべてで ∂L/∂W はちょうど 0 です。学習を始められるのはせいぜい出力層だけで、同じ層のユニットは互いの複製のままです。</translation>
    </message>
    <message>
        <source>The loss itself has no gradient.</source>
        <translation>損失そのものに勾配がありません。</translation>
    </message>
    <message>
        <source>For every point of the batch the output is as good as 64 bits can tell (the loss is {loss:.3g}): the way back begins with exactly 0.</source>
        <translation>バッチのどの点でも、出力は64ビットで区別できる限り正解です (損失 {loss:.3g})。逆伝播はちょうど 0 から始まります。</translation>
    </message>
    <message>
        <source>Layer {layer} is dead.</source>
        <translation>層 {layer} が死んでいます。</translation>
    </message>
    <message>
        <source>f′(z) is exactly 0 in each of its units for every point of the batch: nothing of the batch goes on, and nothing comes back. Dead layers: {count} of {depth}; from layer {last} to the input every ∂L/∂W is exactly 0.</source>
        <translation>バッチのどの点でも、この層のすべてのユニットで f′(z) がちょうど 0 です。信号は先へ進まず、勾配も戻りません。死んだ層は {depth} 層中 {count} 層で、層 {last} から入力まで ∂L/∂W はすべてちょうど 0 です。</translation>
    </message>
    <message>
        <source>It shrinks below 5e-324, the smallest number of 64 bits: from layer {layer} to the input it is exactly 0. A layer passes on {factor:.2g} of δ.</source>
        <translation>64ビットの最小数 5e-324 より小さくなり、層 {layer} から入力まではちょうど 0 です。1層が渡す δ は {factor:.2g} 倍です。</translation>
    </message>
    <message>
        <source>The signal dies out on the way forward.</source>
        <translation>順伝播で信号が消えてしまいます。</translation>
    </message>
    <message>
        <source>A layer makes h {factor:.2g} times as large: at layer {depth} its rms is {rms:.2g}. Since ∂L/∂W = hᵀ δ, even the largest rms of ∂L/∂W is {largest:.2g}: the weights are too small.</source>
        <translation>1層ごとに h は {factor:.2g} 倍になり、層 {depth} での rms は {rms:.2g} です。∂L/∂W = hᵀ δ なので、∂L/∂W の rms は最大でも {largest:.2g} です。重みが小さすぎます。</translation>
    </message>
    <message>
        <source>The gradient has vanished.</source>
        <translation>勾配が消失しました。</translation>
    </message>
    <message>
        <source>f′ never exceeds {steepest:.3g}: a layer passes on {factor:.2g} of δ, and {depth} layers cut the gradient by {decades:.0f} decades. Layers that a thousand steps of η = {rate:g} do not move by 1e-5: {still} of {depth}.</source>
        <translation>f′ は {steepest:.3g} を超えません。1層が渡す δ は {factor:.2g} 倍で、{depth} 層で勾配は {decades:.0f} 桁小さくなります。η = {rate:g} で1000ステップ進んでも重みが 1e-5 も動かない層は、{depth} 層中 {still} 層です。</translation>
    </message>
    <message>
        <source>f′ is {slope:.2g} on average and the weights do not make up for it: a layer passes on {factor:.2g} of δ, and {depth} layers cut the gradient by {decades:.0f} decades. Layers that a thousand steps of η = {rate:g} do not move by 1e-5: {still} of {depth}.</source>
        <translation>f′ は平均 {slope:.2g} で、重みがそれを補えません。1層が渡す δ は {factor:.2g} 倍で、{depth} 層で勾配は {decades:.0f} 桁小さくなります。η = {rate:g} で1000ステップ進んでも重みが 1e-5 も動かない層は、{depth} 層中 {still} 層です。</translation>
    </message>
    <message>
        <source>A layer multiplies δ by {factor:.3g} on the way back: ∂L/∂W of layer 1 is {ratio:.2g} times that of layer {depth}. Layers that one step of η = {rate:g} throws further than 1: {thrown} of {depth}.</source>
        <translation>逆伝播で1層ごとに δ は {factor:.3g} 倍になり、層 1 の ∂L/∂W は層 {depth} の {ratio:.2g} 倍です。η = {rate:g} の1ステップで重みが 1 より大きく動く層は、{depth} 層中 {thrown} 層です。</translation>
    </message>
    <message>
        <source>The gradient is too large everywhere.</source>
        <translation>どの層でも勾配が大きすぎます。</translation>
    </message>
    <message>
        <source>Between the layers it changes little (first / last: {ratio:.2g}), but its rms is up to {largest:.2g}. Layers that one step of η = {rate:g} throws further than 1: {thrown} of {depth}. The loss is {loss:.3g}.</source>
        <translation>層による違いは小さいものの (最初 / 最後 = {ratio:.2g})、rms は最大 {largest:.2g} です。η = {rate:g} の1ステップで重みが 1 より大きく動く層は、{depth} 層中 {thrown} 層です。損失は {loss:.3g} です。</translation>
    </message>
    <message>
        <source>The gradient fades.</source>
        <translation>勾配が小さくなります。</translation>
    </message>
    <message>
        <source>A layer passes on {factor:.2g} of δ: ∂L/∂W of layer 1 is {ratio:.2g} of that of layer {depth}. Deeper, less would be left.</source>
        <translation>1層が渡す δ は {factor:.2g} 倍で、層 1 の ∂L/∂W は層 {depth} の {ratio:.2g} 倍です。層が深ければ、さらに小さくなります。</translation>
    </message>
    <message>
        <source>The gradient grows towards the input.</source>
        <translation>入力に近いほど勾配が大きくなります。</translation>
    </message>
    <message>
        <source>A layer multiplies δ by {factor:.3g}: ∂L/∂W of layer 1 is {ratio:.3g} times that of layer {depth}. Deeper, it would be more.</source>
        <translation>1層ごとに δ は {factor:.3g} 倍になり、層 1 の ∂L/∂W は層 {depth} の {ratio:.3g} 倍です。層が深ければ、さらに大きくなります。</translation>
    </message>
    <message>
        <source>On the way back a layer multiplies δ by {factor:.3g}, on the way forward h by {forward:.3g}. ∂L/∂W = hᵀ δ takes both: that of layer 1 is {ratio:.2g} times that of layer {depth}. No layer is cut off from it.</source>
        <translation>1層ごとに、逆伝播で δ は {factor:.3g} 倍、順伝播で h は {forward:.3g} 倍になります。∂L/∂W = hᵀ δ には両方が効き、層 1 の ∂L/∂W は層 {depth} の {ratio:.2g} 倍です。どの層にも勾配が届きます。</translation>
    </message>
    <message>
        <source>The gradient arrives, but it is small everywhere.</source>
        <translation>勾配は届きますが、どの層でも小さすぎます。</translation>
    </message>
    <message>
        <source>On the way back a layer multiplies δ by {factor:.3g}, on the way forward h by {forward:.3g}: at layer {depth} the rms of h is {rms:.2g}, and that of ∂L/∂W at most {largest:.2g}. Layers that a thousand plain steps of η = {rate:g} do not move by 1e-5: {still} of {depth}.</source>
        <translation>1層ごとに、逆伝播で δ は {factor:.3g} 倍、順伝播で h は {forward:.3g} 倍になります。層 {depth} では h の rms が {rms:.2g} で、∂L/∂W の rms は最大でも {largest:.2g} です。η = {rate:g} の単純な1000ステップで 1e-5 も動かない層は、{depth} 層中 {still} 層です。</translation>
    </message>
    <message>
        <source>The gradient arrives, but everything is large.</source>
        <translation>勾配は届きますが、何もかもが大きすぎます。</translation>
    </message>
    <message>
        <source>Between the layers it changes little (first / last: {ratio:.2g}), but the rms of h is {rms:.2g} at layer {depth}, that of ∂L/∂W up to {largest:.2g}, and the loss begins at {loss:.3g}.</source>
        <translation>層の間の差はわずかです (最初の層 / 最後の層 = {ratio:.2g})。しかし、h の rms は層 {depth} で {rms:.2g}、∂L/∂W の rms は最大 {largest:.2g} で、損失は {loss:.3g} から始まります。</translation>
    </message>
    <message>
        <source>Tried on the same draw, each of {count} changes alone: with this one ∂L/∂W of layer 1 is {ratio:.3g} times that of the last layer, and nothing else is wrong.</source>
        <translation>同じ乱数で {count} 通りの変更を1つずつ試しました。この変更では層 1 の ∂L/∂W が最後の層の {ratio:.3g} 倍になり、ほかの問題もありません。</translation>
    </message>
    <message>
        <source>Tried on the same draw, each of {count} changes alone: with this one ∂L/∂W of layer 1 is {ratio:.3g} times that of the last layer. Yet {but}.</source>
        <translation>同じ乱数で {count} 通りの変更を1つずつ試しました。この変更では層 1 の ∂L/∂W が最後の層の {ratio:.3g} 倍になります。ただし、次の点が残ります ({but})。</translation>
    </message>
    <message>
        <source>Layers are saturated.</source>
        <translation>飽和した層があります。</translation>
    </message>
    <message>
        <source>In {count} of {depth} layers more than half of all |f′(z)| are below 0.05, in layer {layer} it is {share:.0%}: the weights are so large that z lies where the function is flat.</source>
        <translation>{depth} 層中 {count} 層で |f′(z)| の半分以上が 0.05 未満です (層 {layer} では {share:.0%})。重みが大きく、z が関数の平らな部分にあります。</translation>
    </message>
    <message>
        <source>Most units of some layers are dead.</source>
        <translation>ユニットの多くが死んだ層があります。</translation>
    </message>
    <message>
        <source>In {count} of {depth} layers f′(z) is exactly 0 for every point of the batch in at least half of the units, in layer {layer} in {share:.0%}.</source>
        <translation>{depth} 層中 {count} 層で、半分以上のユニットの f′(z) がバッチのどの点でもちょうど 0 です (層 {layer} では {share:.0%})。</translation>
    </message>
    <message>
        <source>Not even Adam can lift it.</source>
        <translation>Adamでも持ち上げられません。</translation>
    </message>
    <message>
        <source>Adam divides by √v + ε, which makes small gradients large, but not those below ε = {epsilon:g}: so it is in {count} of {depth} layers. In layer {layer} a step is {share:.1g} of η.</source>
        <translation>Adamは √v + ε で割るため小さな勾配も大きくなりますが、ε = {epsilon:g} 未満の勾配は別です。{depth} 層中 {count} 層がこれに当たり、層 {layer} の1ステップは η の {share:.1g} 倍です。</translation>
    </message>
    <message>
        <source>The short cut carries it, but the signal grows.</source>
        <translation>残差接続は勾配を運びますが、信号が大きくなります。</translation>
    </message>
    <message>
        <source>h ← h + f(z): the signal grows {factor:.3g} times a layer, to {rms:.2g} at layer {depth}. With batch normalization it would be about {held:.2g} there.</source>
        <translation>h ← h + f(z) により信号は1層ごとに {factor:.3g} 倍になり、層 {depth} で {rms:.2g} です。バッチ正規化があれば、そこで約 {held:.2g} に収まります。</translation>
    </message>
    <message>
        <source>The points cannot be told apart.</source>
        <translation>点の区別がつきません。</translation>
    </message>
    <message>
        <source>The outputs of layer {depth} are nearly the same for every point of the batch: from point to point they differ by {apart:.1g} of their size. What is lost on the way forward no gradient can bring back.</source>
        <translation>層 {depth} の出力はバッチのどの点でもほぼ同じで、点による違いは大きさの {apart:.1g} 倍しかありません。順伝播で失われたものは、どんな勾配でも取り戻せません。</translation>
    </message>
    <message>
        <source>A batch of one cannot be normalized.</source>
        <translation>1点だけのバッチは正規化できません。</translation>
    </message>
    <message>
        <source>Less its own mean, the only z of a unit is 0, whatever the input: the layers put out f(0), and no gradient comes back through them.</source>
        <translation>ユニットのただ1つの z から平均を引くと、入力が何であっても 0 です。層の出力は f(0) になり、勾配は戻りません。</translation>
    </message>
    <message>
        <source>What alone helps most: {change}.</source>
        <translation>1つだけ変えるなら {change} が最も有効です。</translation>
    </message>
    <message>
        <source>No single change is enough.</source>
        <translation>1つの変更だけでは足りません。</translation>
    </message>
    <message>
        <source>Tried on the same draw: with each of {count} changes alone the gradient still does not arrive unharmed.</source>
        <translation>同じ乱数で {count} 通りの変更を1つずつ試しましたが、どれだけでも勾配は無事に届きません。</translation>
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
        <source>Forward</source>
        <translation>順伝播</translation>
    </message>
    <message>
        <source>How many layers with this many units the signal goes through.</source>
        <translation>信号が通る、このユニット数の層の数です。</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>初期化手法</translation>
    </message>
    <message>
        <source>Trains from so many draws; shown are their median and a band.</source>
        <translation>この回数だけ乱数を引き直して学習し、中央値と帯を示します。</translation>
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
        <source>here {here}</source>
        <translation>実測 {here}</translation>
    </message>
    <message>
        <source>{activation} makes {after} of it</source>
        <translation>{activation}で {after} になる</translation>
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
        <source>Swarm</source>
        <translation>群れ</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>One start at a random place in each cell of the grid, instead of its middle.</source>
        <translation>格子の各マスの中央ではなく、ランダムな位置に開始点を1つ置きます。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>マップ</translation>
    </message>
    <message>
        <source>Racer</source>
        <translation>参加者</translation>
    </message>
    <message>
        <source>Setting across</source>
        <translation>横軸の設定</translation>
    </message>
    <message>
        <source>Setting upwards</source>
        <translation>縦軸の設定</translation>
    </message>
    <message>
        <source>A run has arrived when this share of its distance at the start is left.</source>
        <translation>残りの距離が開始時のこの割合になったら、到達とみなします。</translation>
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
        <source>Start points</source>
        <translation>開始点</translation>
    </message>
    <message>
        <source>So many starts, in the cells of a square grid over the picture. The first six racers run.</source>
        <translation>図を覆う正方格子のマスに置く開始点の数です。走るのは先頭の参加者6人です。</translation>
    </message>
    <message>
        <source>Distance left</source>
        <translation>残りの距離</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目標</translation>
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
        <source>in a hole</source>
        <translation>穴の中</translation>
    </message>
    <message>
        <source>{racer} fell into a hole at step {step}.</source>
        <translation>{racer}はステップ {step} で穴に落ちました。</translation>
    </message>
    <message>
        <source>At ({x:.4g}, {y:.4g}) the surface has no value. There is no way on: its path ends.</source>
        <translation>({x:.4g}, {y:.4g}) で曲面に値がありません。先へ進めないため、軌跡はここで終わります。</translation>
    </message>
    <message>
        <source>At ({x:.4g}, {y:.4g}) the formula has no value, for {part} is infinite or undefined there. There is no way on: its path ends.</source>
        <translation>({x:.4g}, {y:.4g}) では {part} が無限大または未定義なので、数式に値がありません。先へ進めないため、軌跡はここで終わります。</translation>
    </message>
    <message>
        <source>at an edge</source>
        <translation>縁の上</translation>
    </message>
    <message>
        <source>{racer} came to an edge at step {step}.</source>
        <translation>{racer}はステップ {step} で縁に着きました。</translation>
    </message>
    <message>
        <source>At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}, but its gradient is infinite or undefined: there is no step to take. Its path ends.</source>
        <translation>({x:.4g}, {y:.4g}) での損失は {loss:.4g} ですが、勾配が無限大または未定義なので、次のステップを決められません。軌跡はここで終わります。</translation>
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
        <source>η a step</source>
        <translation>歩幅 η</translation>
    </message>
    <message>
        <source>{racer}&apos;s steps are about η long, however steep it is.</source>
        <translation>坂の急さによらず、{racer}の歩幅はほぼ η です。</translation>
    </message>
    <message>
        <source>Along {axis} its last {window} steps were {shortest:.2g} to {longest:.2g} long, at slopes from {before:.3g} to {after:.3g}: the rule divides by the gradient&apos;s size. Along {axis} the nearest minimum is {distance:.3g} from the start: at η = {rate:.4g} a step, {steps:,} steps. A larger η makes them fewer.</source>
        <translation>{axis} 方向の最近の{window}ステップの歩幅は {shortest:.2g}～{longest:.2g} で、その間の勾配は {before:.3g} から {after:.3g} です。勾配の大きさで割る手法だからです。{axis} 方向で開始点から最も近い最小点までは {distance:.3g} あり、1ステップ η = {rate:.4g} なら{steps:,}ステップかかります。η を大きくすると少なくなります。</translation>
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
        <translation>オーバーフロー</translation>
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
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Standard deviation of each point&apos;s displacement; the whole figure is about 2 wide.</source>
        <translation>各点をずらす量の標準偏差です。図形全体の幅は約 2 です。</translation>
    </message>
    <message>
        <source>Circles</source>
        <translation>円と輪</translation>
    </message>
    <message>
        <source>A disc within a ring.</source>
        <translation>輪の中の円板です。</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>XOR</translation>
    </message>
    <message>
        <source>Four squares; a point&apos;s class says whether x and y differ in sign.</source>
        <translation>4つの正方形です。点のクラスは、x と y の符号が異なるかどうかで決まります。</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>2つの塊</translation>
    </message>
    <message>
        <source>Two round clouds; a straight line parts them.</source>
        <translation>丸い点の集まりが2つあり、直線で分けられます。</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>2本のらせん</translation>
    </message>
    <message>
        <source>Two arms wound around one another.</source>
        <translation>互いに巻きついた2本の腕です。</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>三日月</translation>
    </message>
    <message>
        <source>Two half circles that reach into one another.</source>
        <translation>互いに入り込んだ2つの半円です。</translation>
    </message>
    <message>
        <source>a formula is a text</source>
        <translation>数式は文字列で入力します</translation>
    </message>
    <message>
        <source>there is no formula yet</source>
        <translation>数式がまだありません</translation>
    </message>
    <message>
        <source>the formula has {count} characters; at most {most} are allowed</source>
        <translation>数式が {count} 文字あります。{most} 文字まで入力できます</translation>
    </message>
    <message>
        <source>brackets, signs and powers stand more than {most} deep in one another</source>
        <translation>括弧、符号、べき乗の入れ子が {most} 段を超えています</translation>
    </message>
    <message>
        <source>{found} cannot stand in a formula</source>
        <translation>{found} は数式に使えません</translation>
    </message>
    <message>
        <source>`{found}` is a full-width character; write `{near}`</source>
        <translation>「{found}」は全角文字です。「{near}」と入力してください</translation>
    </message>
    <message>
        <source>write only what stands to the right of the `=`</source>
        <translation>「=」の右側だけを入力してください</translation>
    </message>
    <message>
        <source>`{found}` is not a number</source>
        <translation>「{found}」は数ではありません</translation>
    </message>
    <message>
        <source>the number `{found}` is too large</source>
        <translation>「{found}」は大きすぎます</translation>
    </message>
    <message>
        <source>`{found}` is not known; there are {names}</source>
        <translation>「{found}」は使えません。使えるのは {names} です</translation>
    </message>
    <message>
        <source>`{found}` is not known; did you mean `{near}`?</source>
        <translation>「{found}」は使えません。「{near}」ではありませんか</translation>
    </message>
    <message>
        <source>a `*` is missing between `{left}` and `{right}`</source>
        <translation>「{left}」と「{right}」の間に「*」が必要です</translation>
    </message>
    <message>
        <source>`{found}` is not a function; to multiply, write `{found}*(`</source>
        <translation>「{found}」は関数ではありません。掛け算なら「{found}*(」と入力してください</translation>
    </message>
    <message>
        <source>`{found}` needs its argument in brackets: `{found}(…)`</source>
        <translation>「{found}」の引数は括弧に入れてください：「{found}(…)」</translation>
    </message>
    <message>
        <source>`{found}` takes one argument, not {count}</source>
        <translation>「{found}」の引数は1つです ({count} 個あります)</translation>
    </message>
    <message>
        <source>`{found}` takes at least two arguments, not {count}</source>
        <translation>「{found}」の引数は2つ以上必要です ({count} 個しかありません)</translation>
    </message>
    <message>
        <source>a number, `x`, `y` or a function is missing before `{found}`</source>
        <translation>「{found}」の前に数、x、y、関数のいずれかが必要です</translation>
    </message>
    <message>
        <source>after `{found}` something is missing</source>
        <translation>「{found}」の後に続きが必要です</translation>
    </message>
    <message>
        <source>this `(` is not closed</source>
        <translation>この「(」が閉じられていません</translation>
    </message>
    <message>
        <source>this `)` was not opened</source>
        <translation>この「)」に対応する「(」がありません</translation>
    </message>
    <message>
        <source>a `,` stands only between the arguments of `min` and `max`</source>
        <translation>「,」は min と max の引数の間でだけ使えます</translation>
    </message>
    <message>
        <source>the exponent {found} does not lie within −{most} … {most}</source>
        <translation>指数 {found} が −{most} … {most} の範囲にありません</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>平均二乗誤差</translation>
    </message>
    <message>
        <source>No theory under batch normalization: each layer then depends on this very batch, not only on how wide it is.</source>
        <translation>バッチ正規化があると、理論値はありません。各層が、幅だけでなくこのバッチそのものに左右されるためです。</translation>
    </message>
    <message>
        <source>No theory for ∂L/∂W: the weights are so large that f changes abruptly between points that are close.</source>
        <translation>∂L/∂W の理論値はありません。重みが大きく、近い点の間でも f が急に変わるためです。</translation>
    </message>
    <message>
        <source>No theory for ∂L/∂W: comparing every two points of so large a batch would take too long.</source>
        <translation>∂L/∂W の理論値はありません。これほど大きなバッチでは、すべての2点の組を比べるのに時間がかかりすぎるためです。</translation>
    </message>
    <message>
        <source>Look ahead</source>
        <translation>先読み</translation>
    </message>
    <message>
        <source>Rectify</source>
        <translation>補正</translation>
    </message>
    <message>
        <source>η = 0.001, β₁ = 0.9, β₂ = 0.999, λ = 0.01</source>
        <translation>η = 0.001, β₁ = 0.9, β₂ = 0.999, λ = 0.01</translation>
    </message>
    <message>
        <source>Adam with decoupled weight decay: every parameter shrinks by the same share, whatever its gradients.</source>
        <translation>重み減衰を切り離したAdamです。勾配の大きさによらず、どのパラメーターも同じ割合で縮みます。</translation>
    </message>
    <message>
        <source>η = 0.002, β₁ = 0.9, β₂ = 0.999</source>
        <translation>η = 0.002, β₁ = 0.9, β₂ = 0.999</translation>
    </message>
    <message>
        <source>Adam that divides by the largest gradient of late: at the usual settings no step is longer than η.</source>
        <translation>最近の最大の勾配で割るAdamです。標準的な設定では、更新量が η を超えません。</translation>
    </message>
    <message>
        <source>Decay of the maximum</source>
        <translation>最大値の減衰率</translation>
    </message>
    <message>
        <source>η = 0.002, β₁ = 0.9, β₂ = 0.999, ψ = 0.004</source>
        <translation>η = 0.002, β₁ = 0.9, β₂ = 0.999, ψ = 0.004</translation>
    </message>
    <message>
        <source>Adam with Nesterov&apos;s look ahead: the newest gradient counts more, and the momentum rises slowly.</source>
        <translation>Nesterovの先読みを加えたAdamです。最新の勾配をより重く見て、モーメンタムはゆっくり大きくなります。</translation>
    </message>
    <message>
        <source>Momentum decay</source>
        <translation>モーメンタムの減衰</translation>
    </message>
    <message>
        <source>Adam with a warm-up built in: plain Momentum at first, then steps that grow to Adam&apos;s.</source>
        <translation>ウォームアップを内蔵したAdamです。最初は単なるMomentumで、更新量がしだいにAdamに近づきます。</translation>
    </message>
    <message>
        <source>Adapt the step</source>
        <translation>更新幅の調整</translation>
    </message>
    <message>
        <source>Hold after a turn</source>
        <translation>反転後は待つ</translation>
    </message>
    <message>
        <source>Interpolate</source>
        <translation>内分</translation>
    </message>
    <message>
        <source>Take the sign</source>
        <translation>符号をとる</translation>
    </message>
    <message>
        <source>η = 0.01, η⁻ = 0.5, η⁺ = 1.2</source>
        <translation>η = 0.01, η⁻ = 0.5, η⁺ = 1.2</translation>
    </message>
    <message>
        <source>Asks only which way is down: each parameter&apos;s step grows while the sign stays and shrinks when it turns. The learning rate is its first step only.</source>
        <translation>下る向きだけを見ます。符号が変わらない間は各パラメーターの更新幅が大きくなり、反転すると小さくなります。学習率は最初の更新幅としてだけ使われます。</translation>
    </message>
    <message>
        <source>Factor at a turn</source>
        <translation>反転時の倍率</translation>
    </message>
    <message>
        <source>Factor without a turn</source>
        <translation>非反転時の倍率</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>最小の更新幅</translation>
    </message>
    <message>
        <source>Largest step</source>
        <translation>最大の更新幅</translation>
    </message>
    <message>
        <source>η = 0.0001, β₁ = 0.9, β₂ = 0.99</source>
        <translation>η = 0.0001, β₁ = 0.9, β₂ = 0.99</translation>
    </message>
    <message>
        <source>Only the sign of its momentum counts: every parameter moves by η in every step, so it never comes to rest at a constant learning rate.</source>
        <translation>モーメンタムの符号だけを使います。どのパラメーターも毎ステップ η だけ動くので、学習率が一定なら静止することはありません。</translation>
    </message>
    <message>
        <source>Share of the momentum</source>
        <translation>モーメンタムの割合</translation>
    </message>
    <message>
        <source>Momentum decay rate</source>
        <translation>モーメンタムの減衰率</translation>
    </message>
    <message>
        <source>rms {symbol}</source>
        <translation>rms {symbol}</translation>
    </message>
    <message>
        <source>std {symbol}</source>
        <translation>std {symbol}</translation>
    </message>
    <message>
        <source>mean {symbol}</source>
        <translation>平均 {symbol}</translation>
    </message>
    <message>
        <source>{symbol} exactly 0</source>
        <translation>{symbol} = 0 の割合</translation>
    </message>
    <message>
        <source>dead units</source>
        <translation>死んだユニット</translation>
    </message>
    <message>
        <source>layer {symbol} multiplies by</source>
        <translation>層 {symbol} の倍率</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推奨設定</translation>
    </message>
    <message>
        <source>A: ReLU, He initialization, Adam with η = 0.001. B: the opposite, Sigmoid, weights from N(0, 0.01), SGD with its usual η = 0.01.</source>
        <translation>A は、ReLU、He初期化、η = 0.001 のAdamです。B はその逆で、Sigmoid、N(0, 0.01) の重み、標準的な η = 0.01 のSGDです。</translation>
    </message>
    <message>
        <source>A: Sigmoid, weights from N(0, 0.01), SGD with its usual η = 0.01, ten times Adam’s. B: what is recommended.</source>
        <translation>A は、Sigmoid、N(0, 0.01) の重み、標準的な η = 0.01 (Adamの10倍) のSGDです。B は推奨設定です。</translation>
    </message>
    <message>
        <source>A: the opposite. B: ReLU in place of Sigmoid, nothing else. Its slope is 1, but with weights as small as these each layer still shrinks the signal: it needs the fitting initialization too. At 20 layers, 600 steps leave it at a coin toss.</source>
        <translation>A は推奨の逆です。B は、SigmoidをReLUに替えただけです。傾きは 1 ですが、重みがこれほど小さいと、やはり1層ごとに信号が縮みます。合った初期化も必要です。20層では、600ステップ後もコイン投げと同じです。</translation>
    </message>
    <message>
        <source>A: the opposite. B: batch normalization, nothing else. It brings every layer back to mean 0 and variance 1, however small its weights: the only one of the four that is enough alone. At 20 layers most points are right after 600 steps.</source>
        <translation>A は推奨の逆です。B は、バッチ正規化を加えただけです。重みがどれほど小さくても、どの層も平均 0、分散 1 に戻ります。4つの対策のうち、これだけで足りる唯一のものです。20層では、600ステップ後にほとんどの点が正解になります。</translation>
    </message>
    <message>
        <source>A: the opposite. B: residual connections, nothing else. The gradient reaches every layer by the short cut; yet each Sigmoid adds about ½, so the signal grows until the upper layers saturate. At 20 layers, 600 steps leave it no better than a coin toss.</source>
        <translation>A は推奨の逆です。B は、残差接続を加えただけです。勾配は近道を通ってどの層にも届きます。しかしSigmoidが1層ごとに約 ½ を加えるため、信号が大きくなり、出力に近い層は飽和します。20層では、600ステップ後もコイン投げと変わりません。</translation>
    </message>
    <message>
        <source>A: the opposite. B: Xavier’s weights, nothing else. The gradient shrinks less from layer to layer, but Sigmoid’s slope of at most ¼ still takes too much of it. At 20 layers, 600 steps leave it at a coin toss.</source>
        <translation>A は推奨の逆です。B は、重みをXavier初期化に替えただけです。1層ごとの勾配の縮みは小さくなりますが、最大でも ¼ というSigmoidの傾きが、やはり多くを奪います。20層では、600ステップ後もコイン投げと同じです。</translation>
    </message>
    <message>
        <source>Its opposite</source>
        <translation>その逆</translation>
    </message>
    <message>
        <source>Remedy: ReLU</source>
        <translation>対策：ReLU</translation>
    </message>
    <message>
        <source>Remedy: batch normalization</source>
        <translation>対策：バッチ正規化</translation>
    </message>
    <message>
        <source>Remedy: residual connections</source>
        <translation>対策：残差接続</translation>
    </message>
    <message>
        <source>Remedy: initialization</source>
        <translation>対策：初期化</translation>
    </message>
    <message>
        <source>This one change helps: {change}.</source>
        <translation>この1つの変更が効きます ({change})。</translation>
    </message>
    <message>
        <source>Nothing else is different. With it {b:.0%} of the points are right, without it {a:.0%}.</source>
        <translation>ほかに違いはありません。正解率は、変更ありで {b:.0%}、なしで {a:.0%} です。</translation>
    </message>
    <message>
        <source>This one change does harm: {change}.</source>
        <translation>この1つの変更は逆効果です ({change})。</translation>
    </message>
    <message>
        <source>This change alone does not help: {change}.</source>
        <translation>この変更だけでは効きません ({change})。</translation>
    </message>
    <message>
        <source>With it {b:.0%} of the points are right, without it {a:.0%}. Of the gradient of the last layer, {share_b:.2g} reaches layer 1 with it, {share_a:.2g} without.</source>
        <translation>正解率は、変更ありで {b:.0%}、なしで {a:.0%} です。最後の層の勾配のうち層 1 に届くのは、変更ありで {share_b:.2g} 倍、なしで {share_a:.2g} 倍です。</translation>
    </message>
    <message>
        <source>Both have learnt, also without this: {change}.</source>
        <translation>この変更がなくても、どちらも学習しました ({change})。</translation>
    </message>
    <message>
        <source>{a:.0%} and {b:.0%} of the points are right; the loss over them is {loss_a:.2g} and {loss_b:.2g}.</source>
        <translation>正解率は {a:.0%} と {b:.0%}、全点での損失は {loss_a:.2g} と {loss_b:.2g} です。</translation>
    </message>
    <message>
        <source>A {a:.0%}, B {b:.0%} right.</source>
        <translation>正解率は A が {a:.0%}、B が {b:.0%} です。</translation>
    </message>
    <message>
        <source>B differs in {count} things: {change}. To see which of them matters, change one at a time.</source>
        <translation>B には{count}つの違いがあります ({change})。どれが効くかを見るには、1つずつ変えてください。</translation>
    </message>
    <message>
        <source>batch normalization</source>
        <translation>バッチ正規化</translation>
    </message>
    <message>
        <source>residual connections</source>
        <translation>残差接続</translation>
    </message>
    <message>
        <source>no {what}</source>
        <translation>{what}なし</translation>
    </message>
    <message>
        <source>{new} instead of {old}</source>
        <translation>{old}の代わりに{new}</translation>
    </message>
    <message>
        <source>another {what}</source>
        <translation>別の{what}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}、{second}</translation>
    </message>
    <message>
        <source>another depth</source>
        <translation>別の層数</translation>
    </message>
    <message>
        <source>another width</source>
        <translation>別のユニット数</translation>
    </message>
    <message>
        <source>another batch size</source>
        <translation>別のバッチの大きさ</translation>
    </message>
    <message>
        <source>other data</source>
        <translation>別のデータ</translation>
    </message>
    <message>
        <source>another loss</source>
        <translation>別の損失</translation>
    </message>
    <message>
        <source>another optimizer or learning rate</source>
        <translation>別の最適化手法または学習率</translation>
    </message>
    <message>
        <source>another schedule</source>
        <translation>別のスケジュール</translation>
    </message>
    <message>
        <source>Training breaks down at step {at}.</source>
        <translation>学習はステップ {at} で破綻します。</translation>
    </message>
    <message>
        <source>There the numbers of layer {layer} outgrow the largest float; what follows from them is no number any more. A smaller learning rate, or smaller weights at the start, would keep them in bounds.</source>
        <translation>そこで層 {layer} の値が浮動小数点数の最大値を超え、その先はもう数ではありません。学習率か最初の重みを小さくすれば、範囲内に収まります。</translation>
    </message>
    <message>
        <source>There the loss outgrows the largest float; what follows from it is no number any more. A smaller learning rate, or smaller weights at the start, would keep it in bounds.</source>
        <translation>そこで損失が浮動小数点数の最大値を超え、その先はもう数ではありません。学習率か最初の重みを小さくすれば、範囲内に収まります。</translation>
    </message>
    <message>
        <source>Layers that have not moved: {count} of {depth}.</source>
        <translation>{depth} 層中 {count} 層が動いていません。</translation>
    </message>
    <message>
        <source>Dead layers: {count} of {depth}.</source>
        <translation>{depth} 層中 {count} 層が死んでいます。</translation>
    </message>
    <message>
        <source>Many units are dead.</source>
        <translation>多くのユニットが死んでいます。</translation>
    </message>
    <message>
        <source>In {count} of {depth} layers ({layers}) at least half of the units have a slope of 0 for the whole batch; worst is layer {worst} with {share:.0%}.</source>
        <translation>{depth} 層中 {count} 層 ({layers}) で、半分以上のユニットの傾きがバッチのどの点でも 0 です。最もひどいのは層 {worst} の {share:.0%} です。</translation>
    </message>
    <message>
        <source>Saturated layers: {count} of {depth}.</source>
        <translation>{depth} 層中 {count} 層が飽和しています。</translation>
    </message>
    <message>
        <source>Hidden layer {layers}</source>
        <translation>隠れ層 {layers}</translation>
    </message>
    <message>
        <source>Hidden layers {layers}</source>
        <translation>隠れ層 {layers}</translation>
    </message>
    <message>
        <source>{named}: the gradient lies below ε = {epsilon:.0e} (layer {lowest}: {size:.1e}). Even {optimizer}, which divides by the gradient’s own size, cannot lift it.</source>
        <translation>{named} の勾配は ε = {epsilon:.0e} を下回ります (層 {lowest} で {size:.1e})。勾配自身の大きさで割る{optimizer}でも、持ち上げられません。</translation>
    </message>
    <message>
        <source>{named}: the gradient is exactly 0. Nothing tells the weights there where to go.</source>
        <translation>{named} の勾配はちょうど 0 です。重みには、どちらへ動けばよいかがわかりません。</translation>
    </message>
    <message>
        <source>{named}: {optimizer} steps in proportion to the gradient. Layer {lowest}, with a gradient of {size:.1e}, moves by {update:.1e} a step.</source>
        <translation>{named} が動いていません。{optimizer}の更新量は勾配に比例し、勾配が {size:.1e} の層 {lowest} は、1ステップに {update:.1e} しか動きません。</translation>
    </message>
    <message>
        <source>{named}: less than 0.1 % away from the start, since the steps of η = {rate:.3g} are too small.</source>
        <translation>{named} は、最初の値から 0.1% も動いていません。η = {rate:.3g} では更新量が小さすぎます。</translation>
    </message>
    <message>
        <source>The loss is at ln 2: a coin toss.</source>
        <translation>損失は ln 2 で、コイン投げと同じです。</translation>
    </message>
    <message>
        <source>The answer is the same for every point but for a standard deviation of {spread:.1e}, and {accuracy:.0%} of the points are right: at this step next to nothing of the input reaches the output.</source>
        <translation>どの点にも同じ答えを出し、標準偏差は {spread:.1e} にすぎません。正解は {accuracy:.0%} です。このステップでは、入力は出力にほとんど届いていません。</translation>
    </message>
    <message>
        <source>The loss is at 0.25: a guess.</source>
        <translation>損失は 0.25 で、当て推量と同じです。</translation>
    </message>
    <message>
        <source>Nearly the same answer for every point so far.</source>
        <translation>今のところ、どの点にもほぼ同じ答えを出します。</translation>
    </message>
    <message>
        <source>The standard deviation of the answers is {spread:.1e}, and the loss, {loss:.3g}, is still about that of a guess ({guess:.3g}). {accuracy:.0%} of the points are right.</source>
        <translation>答えの標準偏差は {spread:.1e} で、損失 {loss:.3g} はまだ当て推量の損失 ({guess:.3g}) とほぼ同じです。正解は {accuracy:.0%} です。</translation>
    </message>
    <message>
        <source>{named}: the slope of every unit is 0 for the whole batch. No gradient passes, so nothing below learns either.</source>
        <translation>{named} では、バッチのどの点でも全ユニットの傾きが 0 です。勾配が通らないため、それより入力側の層も学習しません。</translation>
    </message>
    <message>
        <source>{named}: at least half of the values lie where |f′| is below 0.05; worst is layer {worst} with {share:.0%}. Each such layer takes most of the gradient away.</source>
        <translation>{named} では、半分以上の値で |f′| が 0.05 未満です。最もひどいのは層 {worst} の {share:.0%} です。このような層は、どれも勾配の大半を奪います。</translation>
    </message>
    <message>
        <source>The running statistics lag behind.</source>
        <translation>移動平均の統計量が追いついていません。</translation>
    </message>
    <message>
        <source>With the points’ own mean and variance {accuracy:.0%} are right; with the running ones, as they are used after training, {running:.0%}. These follow the weights a tenth of the way each step.</source>
        <translation>正解率は、点そのものの平均と分散を使うと {accuracy:.0%}、学習後に使う移動平均では {running:.0%} です。移動平均は、1ステップに10分の1ずつしか重みの変化を追いません。</translation>
    </message>
    <message>
        <source>It has learnt: {accuracy:.0%} are right.</source>
        <translation>学習できました (正解率 {accuracy:.0%})。</translation>
    </message>
    <message>
        <source>All {depth} layers have moved; the one that moved least is {least:.1%} away from its start.</source>
        <translation>{depth} 層すべてが動きました。最も動かなかった層も、最初の値から {least:.1%} 動いています。</translation>
    </message>
    <message>
        <source>{count} of {depth} layers have moved by more than 0.1 %; the others work as they were drawn.</source>
        <translation>{depth} 層中 {count} 層が 0.1% より大きく動きました。残りの層は、引いたままの重みで働いています。</translation>
    </message>
    <message>
        <source>It learns.</source>
        <translation>学習しています。</translation>
    </message>
    <message>
        <source>The loss over all points is {loss:.3g}; it began at {first:.3g}. {accuracy:.0%} of them are right.</source>
        <translation>全点での損失は、最初の {first:.3g} から {loss:.3g} になりました。正解率は {accuracy:.0%} です。</translation>
    </message>
    <message>
        <source>It has not learnt yet.</source>
        <translation>まだ学習していません。</translation>
    </message>
    <message>
        <source>The gradient vanishes on its way back.</source>
        <translation>勾配は逆伝播の途中で消失します。</translation>
    </message>
    <message>
        <source>From layer {depth} to layer 1 it goes from {last:.1e} to {first:.1e}: {ratio:.1e} of it arrives.</source>
        <translation>層 {depth} から層 1 までに {last:.1e} から {first:.1e} になります。届くのは {ratio:.1e} 倍です。</translation>
    </message>
    <message>
        <source>The gradient explodes on its way back.</source>
        <translation>勾配は逆伝播の途中で爆発します。</translation>
    </message>
    <message>
        <source>From layer {depth} to layer 1 it goes from {last:.1e} to {first:.1e}, {ratio:.1e} times as much.</source>
        <translation>層 {depth} から層 1 までに {last:.1e} から {first:.1e} へ、{ratio:.1e} 倍になります。</translation>
    </message>
    <message>
        <source>The gradient shrinks on its way back.</source>
        <translation>勾配は逆伝播の途中で小さくなります。</translation>
    </message>
    <message>
        <source>The gradient grows on its way back.</source>
        <translation>勾配は逆伝播の途中で大きくなります。</translation>
    </message>
    <message>
        <source>The gradient reaches all layers.</source>
        <translation>勾配はすべての層に届きます。</translation>
    </message>
    <message>
        <source>It is {last:.1e} at layer {depth} and {first:.1e} at layer 1, {ratio:.2g} times as much.</source>
        <translation>層 {depth} で {last:.1e}、層 1 で {first:.1e} と、{ratio:.2g} 倍です。</translation>
    </message>
    <message>
        <source>No gradient reaches layer 1.</source>
        <translation>層 1 に勾配が届きません。</translation>
    </message>
    <message>
        <source>It is exactly 0 in {count} of {depth} hidden layers ({layers}): no update moves what it does not reach.</source>
        <translation>隠れ層 {depth} 層中 {count} 層 ({layers}) で、勾配はちょうど 0 です。勾配が届かない層の重みは更新されません。</translation>
    </message>
    <message>
        <source>The batch waits before layer 1.</source>
        <translation>バッチは層 1 の手前にあります。</translation>
    </message>
    <message>
        <source>Each step sends it through one layer; then the gradient comes back, a layer a step. What is still to come is pale. Press play, or → for one step.</source>
        <translation>1ステップで1層を通り、その後は勾配が1層ずつ戻ります。これからの部分は薄く示しています。再生ボタンか → キーで進めてください。</translation>
    </message>
    <message>
        <source>{scheme}: the signal overflows in layer {layer}.</source>
        <translation>{scheme}：層 {layer} で信号がオーバーフローします。</translation>
    </message>
    <message>
        <source>Its values are beyond the largest number that a computer holds, 1.8e308; no layer after it can tell any.</source>
        <translation>値が64ビットの最大値 1.8e308 を超えます。それより後の層では何もわかりません。</translation>
    </message>
    <message>
        <source>{scheme}: every unit outputs 0.</source>
        <translation>{scheme}：すべてのユニットの出力が 0 です。</translation>
    </message>
    <message>
        <source>For every point, in every layer: nothing of the input is left. All {n_out} units of a layer are copies of one another, and as they get the same gradient, here 0, they stay copies.</source>
        <translation>どの点でも、どの層でも 0 で、入力の情報は何も残りません。1層の {n_out} 個のユニットは互いの複製で、受ける勾配も同じ (ここでは 0) なので、複製のままです。</translation>
    </message>
    <message>
        <source>{scheme}: all {n_out} units are copies.</source>
        <translation>{scheme}：{n_out} 個のユニットがすべて同じです。</translation>
    </message>
    <message>
        <source>Every unit outputs {value:.3g}, for every point: nothing of the input is left. Equal units get equal gradients, so training keeps them equal.</source>
        <translation>どの点でも、どのユニットの出力も {value:.3g} で、入力の情報は何も残りません。同じユニットは同じ勾配を受けるため、学習しても同じままです。</translation>
    </message>
    <message>
        <source>{scheme}: every point gives the same.</source>
        <translation>{scheme}：どの点でも出力が同じです。</translation>
    </message>
    <message>
        <source>The one unit of each layer outputs {value:.3g} whatever comes in: nothing of the input is left.</source>
        <translation>各層に1つのユニットは、何が入っても {value:.3g} を出力します。入力の情報は何も残りません。</translation>
    </message>
    <message>
        <source>{scheme}: nothing comes out of layer {layer}.</source>
        <translation>{scheme}：層 {layer} から何も出てきません。</translation>
    </message>
    <message>
        <source>There every unit outputs 0 for every point of the batch, and so does every layer after it. It happens in narrow layers, and where the signal falls below the smallest number there is.</source>
        <translation>その層では、バッチのどの点でもすべてのユニットの出力が 0 で、後の層も同じです。幅の狭い層や、信号が表せる最小の数を下回ったときに起こります。</translation>
    </message>
    <message>
        <source>{scheme}: all points come to look alike.</source>
        <translation>{scheme}：どの点も同じように見えてきます。</translation>
    </message>
    <message>
        <source>At layer {layer} units differ from one another by {last:.2g}, but each gives nearly the same for every point: only {varying:.1e} of spread is left that tells points apart.</source>
        <translation>層 {layer} でユニット間の標準偏差は {last:.2g} ですが、各ユニットの出力はどの点でもほぼ同じです。点を見分ける標準偏差は {varying:.1e} しか残っていません。</translation>
    </message>
    <message>
        <source>{scheme} saturates: {share:.0%} of the slopes are nearly 0.</source>
        <translation>{scheme}は飽和します：傾きの {share:.0%} がほぼ 0 です。</translation>
    </message>
    <message>
        <source>At layer {layer} so many values lie where |f′| is below 0.05: near the ends of the activation&apos;s range. Through these next to no gradient comes back; what does comes through the few others.</source>
        <translation>層 {layer} では、それだけの値が |f′| &lt; 0.05 の範囲、つまり出力範囲の端の近くにあります。そこを通って戻る勾配はほとんどなく、戻る勾配は残りの少数を通ります。</translation>
    </message>
    <message>
        <source>{scheme}: standard deviation {last:.3g} after layer 1.</source>
        <translation>{scheme}：層 1 の後の標準偏差は {last:.3g} です。</translation>
    </message>
    <message>
        <source>What depth does to it is seen from the second layer on.</source>
        <translation>深さの影響は2層目から見えてきます。</translation>
    </message>
    <message>
        <source>{scheme} keeps the signal.</source>
        <translation>{scheme}は信号を保ちます。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}: {percent:+.1f}&#xa0;% per layer. Up to ±{chance:.0f}&#xa0;% counts as kept: layers of {units} units wander.</source>
        <translation>標準偏差は層 1 で {first:.3g}、層 {layer} で {last:.3g} となり、1層につき {percent:+.1f}% です。±{chance:.0f}% までは保たれたとみなします。{units}ユニットの層では、その程度は揺らぎます。</translation>
    </message>
    <message>
        <source>{scheme} loses {amount}&#xa0;% per layer.</source>
        <translation>{scheme}は1層ごとに {amount}% 失います。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at layer 1, {last:.2g} at layer {layer}: each layer leaves {factor:.2g} of it.</source>
        <translation>標準偏差は層 1 で {first:.3g}、層 {layer} で {last:.2g} です。1層ごとに {factor:.2g} 倍になります。</translation>
    </message>
    <message>
        <source>{scheme} grows by {amount}&#xa0;% per layer.</source>
        <translation>{scheme}は1層ごとに {amount}% 増えます。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}: each layer multiplies it by {factor:.3g}.</source>
        <translation>標準偏差は層 1 で {first:.3g}、層 {layer} で {last:.3g} です。1層ごとに {factor:.3g} 倍になります。</translation>
    </message>
    <message>
        <source>{scheme} explodes: {factor:.3g} times per layer.</source>
        <translation>{scheme}は爆発します：1層につき {factor:.3g} 倍です。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at layer 1, {last:.3g} at layer {layer}. More layers make it worse.</source>
        <translation>標準偏差は層 1 で {first:.3g}、層 {layer} で {last:.3g} です。層を増やすほど悪くなります。</translation>
    </message>
    <message>
        <source>The gradient starts at layer {layer}.</source>
        <translation>勾配は層 {layer} から始まります。</translation>
    </message>
    <message>
        <source>∂L/∂a is drawn there, standard normal and the same for all schemes. Each further step takes it back through one layer.</source>
        <translation>∂L/∂a は標準正規分布から引き、すべての手法で共通です。1ステップごとに1層ずつ戻ります。</translation>
    </message>
    <message>
        <source>{scheme}: no gradient reaches layer {layer}.</source>
        <translation>{scheme}：層 {layer} に勾配が届きません。</translation>
    </message>
    <message>
        <source>There, and in all layers below, ∂L/∂a is exactly 0: their weights would never move.</source>
        <translation>この層とその下のすべての層で ∂L/∂a はちょうど 0 です。重みはまったく動きません。</translation>
    </message>
    <message>
        <source>{scheme}: the gradient overflows in layer {layer}.</source>
        <translation>{scheme}：層 {layer} で勾配がオーバーフローします。</translation>
    </message>
    <message>
        <source>{scheme} keeps the gradient.</source>
        <translation>{scheme}は勾配を保ちます。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}: {percent:+.1f}&#xa0;% per layer. Up to ±{chance:.0f}&#xa0;% counts as kept: layers of {units} units wander.</source>
        <translation>標準偏差は最後の層で {first:.3g}、層 {layer} で {last:.3g} となり、1層につき {percent:+.1f}% です。±{chance:.0f}% までは保たれたとみなします。{units}ユニットの層では、その程度は揺らぎます。</translation>
    </message>
    <message>
        <source>{scheme}: the gradient loses {amount}&#xa0;% per layer.</source>
        <translation>{scheme}：勾配は1層ごとに {amount}% 減ります。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at the top, {last:.2g} at layer {layer}: each layer leaves {factor:.2g}.</source>
        <translation>標準偏差は最後の層で {first:.3g}、層 {layer} で {last:.2g} です。1層ごとに {factor:.2g} 倍になります。</translation>
    </message>
    <message>
        <source>{scheme}: the gradient grows by {amount}&#xa0;% per layer.</source>
        <translation>{scheme}：勾配は1層ごとに {amount}% 増えます。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}: each layer multiplies it by {factor:.3g}.</source>
        <translation>標準偏差は最後の層で {first:.3g}、層 {layer} で {last:.3g} です。1層ごとに {factor:.3g} 倍になります。</translation>
    </message>
    <message>
        <source>{scheme}: the gradient explodes, {factor:.3g} times per layer.</source>
        <translation>{scheme}：勾配は爆発し、1層につき {factor:.3g} 倍です。</translation>
    </message>
    <message>
        <source>Standard deviation {first:.3g} at the top, {last:.3g} at layer {layer}. More layers make it worse.</source>
        <translation>標準偏差は最後の層で {first:.3g}、層 {layer} で {last:.3g} です。層を増やすほど悪くなります。</translation>
    </message>
    <message>
        <source>Nothing is learnt yet.</source>
        <translation>まだ何も学習していません。</translation>
    </message>
    <message>
        <source>All starts scale the same draws and see the same points; {optimizer} takes the same steps for all. ln 2 = 0.693 is the loss of a coin toss.</source>
        <translation>どの初期化も同じ乱数を拡大縮小し、同じ点を学習します。更新はすべて同じ {optimizer} です。ln 2 = 0.693 は、コイン投げの損失です。</translation>
    </message>
    <message>
        <source>{scheme} overflows at step {step}.</source>
        <translation>{scheme}：ステップ {step} でオーバーフローします。</translation>
    </message>
    <message>
        <source>Its numbers grew beyond 1.8e308, the largest of 64 bits, and the network is lost. Draws lost: {lost} of {draws}.</source>
        <translation>数値が64ビットの最大値 1.8e308 を超え、ネットワークは失われました。失われたのは{draws}回の引き直しのうち{lost}回です。</translation>
    </message>
    <message>
        <source>{scheme} diverges from step {step} on.</source>
        <translation>{scheme}：ステップ {step} から発散します。</translation>
    </message>
    <message>
        <source>Its median loss has gone from {first:.3g} to {loss:.3g}, and passed {limit:.3g} at step {step}: the steps are too long for this start.</source>
        <translation>損失の中央値は {first:.3g} から {loss:.3g} になり、ステップ {step} で {limit:.3g} を超えました。この初期化には1回の更新が大きすぎます。</translation>
    </message>
    <message>
        <source>{scheme}: no weight gets a gradient.</source>
        <translation>{scheme}：どの重みにも勾配が届きません。</translation>
    </message>
    <message>
        <source>With f(0) = 0 every unit outputs 0, and a weight of 0 passes no gradient back: all gradients but that of the output’s bias are exactly 0. {units} units a layer stay one unit in {units} copies.</source>
        <translation>f(0) = 0 なのでどのユニットの出力も 0 で、重み 0 は勾配を戻しません。出力のバイアス以外の勾配はすべてちょうど 0 です。各層の{units}ユニットは、1つのユニットの{units}個の複製のままです。</translation>
    </message>
    <message>
        <source>Every unit outputs f(0) = {output:.3g} whatever the point, so the answer is ½ everywhere. The batch holds as many points of either class: their pulls cancel, and all gradients are 0. A smaller batch would move the {units} units of a layer, all alike.</source>
        <translation>どの点でもユニットの出力は f(0) = {output:.3g} なので、答えはどこでも ½ です。バッチには両クラスの点が同数あり、互いに打ち消し合って勾配はすべて 0 です。より小さいバッチなら層の{units}ユニットは動きますが、全部同じように動きます。</translation>
    </message>
    <message>
        <source>{scheme}: {units} units, still copies.</source>
        <translation>{scheme}：{units}ユニットは複製のままです。</translation>
    </message>
    <message>
        <source>The weights move, but equal units get equal gradients: each layer is one unit in {units} copies. The loss is {loss:.3g}, and {accuracy:.0f} % are right; no optimizer can tell copies apart.</source>
        <translation>重みは動きますが、等しいユニットには等しい勾配が届きます。どの層も、1つのユニットの{units}個の複製です。損失は {loss:.3g}、正解率は {accuracy:.0f}% です。複製を区別できる最適化手法はありません。</translation>
    </message>
    <message>
        <source>{scheme} stays at ln 2.</source>
        <translation>{scheme}：ln 2 のままです。</translation>
    </message>
    <message>
        <source>Its median loss has been within 1 % of 0.693 for {steps} steps: the answer is near ½ for every point ({accuracy:.0f} % are on the right side of it). The gradient in layer 1 has the rms {gradient:.1e}.</source>
        <translation>損失の中央値は{steps}ステップの間 0.693 から1%以内です。答えはどの点でも ½ に近く、正しい側にあるのは {accuracy:.0f}% です。第1層の勾配の二乗平均平方根は {gradient:.1e} です。</translation>
    </message>
    <message>
        <source>{scheme} stays at ln 2: too small a signal.</source>
        <translation>{scheme}：信号が小さすぎ、ln 2 のままです。</translation>
    </message>
    <message>
        <source>What tells points apart dies out on its way: over the whole plane the answer varies by less than a millionth, and {accuracy:.0f} % are right. Little comes back either: the gradient in layer 1 has the rms {gradient:.1e}.</source>
        <translation>点の違いは、層を通るうちに消えます。平面全体で答えの差は100万分の1に満たず、正解率は {accuracy:.0f}% です。戻る勾配もわずかで、第1層の勾配の二乗平均平方根は {gradient:.1e} です。</translation>
    </message>
    <message>
        <source>{scheme}: it depends on the draw.</source>
        <translation>{scheme}：乱数しだいです。</translation>
    </message>
    <message>
        <source>Of {draws} draws, {learnt} are below half of ln 2 and {unlearnt} still above 0.9 ln 2: losses from {lowest:.3g} to {highest:.3g}.</source>
        <translation>{draws}回の引き直しのうち{learnt}回は ln 2 の半分を下回り、{unlearnt}回はまだ 0.9 ln 2 より上です。損失は {lowest:.3g} から {highest:.3g} まであります。</translation>
    </message>
    <message>
        <source>{scheme} learns.</source>
        <translation>{scheme}：学習しています。</translation>
    </message>
    <message>
        <source>Its median loss fell below half of ln 2 at step {reached}. It is {loss:.3g} now, and {accuracy:.0f} % are right.</source>
        <translation>損失の中央値はステップ {reached} で ln 2 の半分を下回りました。いまは {loss:.3g}、正解率は {accuracy:.0f}% です。</translation>
    </message>
    <message>
        <source>Only {scheme} has learnt.</source>
        <translation>学習できたのは{scheme}だけです。</translation>
    </message>
    <message>
        <source>{scheme} learns fastest.</source>
        <translation>{scheme}：最も速く学習します。</translation>
    </message>
    <message>
        <source>Its median loss fell below half of ln 2 at step {reached}, that of {second} at step {behind}. It is {loss:.3g} now, and {accuracy:.0f} % are right.</source>
        <translation>損失の中央値はステップ {reached} で ln 2 の半分を下回りました ({second}はステップ {behind})。いまは {loss:.3g}、正解率は {accuracy:.0f}% です。</translation>
    </message>
    <message>
        <source>{scheme} is under way.</source>
        <translation>{scheme}：学習の途中です。</translation>
    </message>
    <message>
        <source>Its median loss went from {first:.3g} to {loss:.3g}; {accuracy:.0f} % are right.</source>
        <translation>損失の中央値は {first:.3g} から {loss:.3g} になりました。正解率は {accuracy:.0f}% です。</translation>
    </message>
    <message>
        <source>{scheme} is no better than at the start.</source>
        <translation>{scheme}：最初より良くなっていません。</translation>
    </message>
    <message>
        <source>at the cross</source>
        <translation>十字の位置</translation>
    </message>
    <message>
        <source>best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>best on the map</source>
        <translation>マップ上の最良</translation>
    </message>
    <message>
        <source>best without β</source>
        <translation>β なしの最良</translation>
    </message>
    <message>
        <source>SGD, same η</source>
        <translation>SGD、同じ η</translation>
    </message>
    <message>
        <source>chapter’s setting</source>
        <translation>この章の設定</translation>
    </message>
    <message>
        <source>{racer} diverges here.</source>
        <translation>{racer}はここで発散します。</translation>
    </message>
    <message>
        <source>η = {rate:.4g} is above the limit {formula} = {limit:.4g} of {direction}, whose curvature is λ = {curvature:.4g}: along it each step multiplies the distance by {factor:.4g}.</source>
        <translation>η = {rate:.4g} は、{direction} 方向 (曲率 λ = {curvature:.4g}) の限界 {formula} = {limit:.4g} を超えています。その方向では、1ステップごとに距離が {factor:.4g} 倍になります。</translation>
    </message>
    <message>
        <source>This surface has no lowest point.</source>
        <translation>この曲面には最も低い点がありません。</translation>
    </message>
    <message>
        <source>Along {direction} its curvature is λ = {curvature:.4g}, below 0: there z = {factor:.4g}, and whatever η is, every step leads farther away. That is how a saddle is left.</source>
        <translation>{direction} 方向の曲率は λ = {curvature:.4g} で、負です。そこでは z = {factor:.4g} となり、η が何であっても1ステップごとに遠ざかります。こうして鞍点を離れます。</translation>
    </message>
    <message>
        <source>{racer} stands on the edge.</source>
        <translation>{racer}はちょうど境界にあります。</translation>
    </message>
    <message>
        <source>Along {direction}, λ = {curvature:.4g}, |z| = 1: the distance neither shrinks nor grows. With a little less η it would arrive, with a little more it would diverge.</source>
        <translation>{direction} 方向 (λ = {curvature:.4g}) では |z| = 1 で、距離は縮みも広がりもしません。η が少し小さければ到達し、少し大きければ発散します。</translation>
    </message>
    <message>
        <source>This is about as good as it gets.</source>
        <translation>これがほぼ最良です。</translation>
    </message>
    <message>
        <source>Each step leaves {share:.3g} % of the distance. The best settings leave {best_share:.3g} %.</source>
        <translation>1ステップごとに距離の {share:.3g}% が残ります。最良の設定では {best_share:.3g}% です。</translation>
    </message>
    <message>
        <source>β = {beta:.4g} is too much for this surface.</source>
        <translation>β = {beta:.4g} は、この曲面には大きすぎます。</translation>
    </message>
    <message>
        <source>All that moves rings, so ρ = √β for any η from {low:.2g} to {high:.2g}. For κ = {kappa:.4g} the best β is (√κ − 1)² / (√κ + 1)² = {best:.2g}: {times:g} times fewer steps. A larger κ asks for a larger β.</source>
        <translation>動く方向はすべて振動するので、η が {low:.2g}～{high:.2g} のどこでも ρ = √β です。κ = {kappa:.4g} で最良の β は (√κ − 1)² / (√κ + 1)² = {best:.2g} で、ステップ数は {times:g} 分の1で済みます。κ が大きいほど、大きな β が必要です。</translation>
    </message>
    <message>
        <source>{racer} creeps along {direction}.</source>
        <translation>{racer}は {direction} 方向にわずかずつしか進みません。</translation>
    </message>
    <message>
        <source>There the curvature is only λ = {curvature:.4g}, and z = {factor:.4g}: the steps are too small for it. The best settings need {times:g} times fewer steps.</source>
        <translation>この方向の曲率は λ = {curvature:.4g} しかなく、z = {factor:.4g} で、歩幅が小さすぎます。最良の設定なら、ステップ数は {times:g} 分の1で済みます。</translation>
    </message>
    <message>
        <source>{racer} jumps to and fro along {direction}.</source>
        <translation>{racer}は {direction} 方向に行ったり来たりします。</translation>
    </message>
    <message>
        <source>There the curvature is λ = {curvature:.4g}, and z = {factor:.4g}: each step leads to the other side. The best settings need {times:g} times fewer steps.</source>
        <translation>この方向の曲率は λ = {curvature:.4g}、z = {factor:.4g} で、毎回反対側へ跳びます。最良の設定なら、ステップ数は {times:g} 分の1で済みます。</translation>
    </message>
    <message>
        <source>{racer} swings along {direction}.</source>
        <translation>{racer}は {direction} 方向に振動します。</translation>
    </message>
    <message>
        <source>There z is a complex pair with |z| = {factor:.4g}: it swings round the minimum and comes nearer only slowly. The best settings need {times:g} times fewer steps.</source>
        <translation>この方向の z は |z| = {factor:.4g} の共役複素数の組で、最小点のまわりを振動しながら、ゆっくりとしか近づきません。最良の設定なら、ステップ数は {times:g} 分の1で済みます。</translation>
    </message>
    <message>
        <source>Nothing on this map arrives.</source>
        <translation>このマップには、到達する設定がありません。</translation>
    </message>
    <message>
        <source>From this start no setting comes much nearer in {steps} steps. Try another start or other settings on the axes.</source>
        <translation>この開始点からは、どの設定でも{steps}ステップではあまり近づけません。別の開始点や、軸の別の設定を試してください。</translation>
    </message>
    <message>
        <source>In {steps} steps it went farther and farther away. The best setting on the map needs about {best} steps to the goal.</source>
        <translation>{steps}ステップの間、遠ざかり続けました。マップ上の最良の設定なら、目標まで約{best}ステップです。</translation>
    </message>
    <message>
        <source>{racer} stops short of the goal.</source>
        <translation>{racer}は目標の手前で止まります。</translation>
    </message>
    <message>
        <source>After {steps} steps {share:.3g} % of its distance is left, and that hardly shrinks: it rests elsewhere, swings at one size, or its steps are too small. The best setting on the map needs about {best} steps to the goal.</source>
        <translation>{steps}ステップの後も距離の {share:.3g}% が残り、ほとんど縮みません。別の場所で止まっているか、一定の幅で振動しているか、歩幅が小さすぎるかのいずれかです。マップ上の最良の設定なら、目標まで約{best}ステップです。</translation>
    </message>
    <message>
        <source>{racer} comes near and leaves again.</source>
        <translation>{racer}は近づいてから、また離れます。</translation>
    </message>
    <message>
        <source>Within {steps} steps no more than {nearest:.2g} % of the distance was left, but in the last quarter of them up to {late:.3g} %.</source>
        <translation>{steps}ステップのうちに、残りの距離は一時 {nearest:.2g}% まで縮みましたが、最後の4分の1では最大 {late:.3g}% に戻りました。</translation>
    </message>
    <message>
        <source>It needs about {needed} steps to the goal; hardly any setting on the map needs fewer.</source>
        <translation>目標まで約{needed}ステップです。これより少ない設定は、マップ上にほとんどありません。</translation>
    </message>
    <message>
        <source>{racer} could be faster.</source>
        <translation>{racer}はもっと速くできます。</translation>
    </message>
    <message>
        <source>It needs about {needed} steps to the goal. The best setting on the map needs about {best}: {times:g} times fewer.</source>
        <translation>目標まで約{needed}ステップです。マップ上の最良の設定なら約{best}ステップ、つまり {times:g} 分の1で済みます。</translation>
    </message>
    <message>
        <source>Nothing to arrive at.</source>
        <translation>到達先がありません。</translation>
    </message>
    <message>
        <source>{racer} diverges from {diverged} of the starts.</source>
        <translation>{racer}は、開始点の {diverged} で発散します。</translation>
    </message>
    <message>
        <source>{racer} does not settle.</source>
        <translation>{racer}は落ち着きません。</translation>
    </message>
    <message>
        <source>{close} of the starts end within {reach:g} of a minimum but do not stay within {radius:g}: their last move still was {pace:.2g} long (the median).</source>
        <translation>開始点の {close} は、最小点から {reach:g} 以内で終わりますが、{radius:g} 以内にはとどまりません。最後の歩幅は、まだ {pace:.2g} あります (中央値)。</translation>
    </message>
    <message>
        <source>{moving} of {racer}&apos;s starts do not arrive.</source>
        <translation>{racer}では、開始点の {moving} が到達しません。</translation>
    </message>
    <message>
        <source>No minimum is known in this picture, so no start can arrive: by the end it has diverged (hatched) or it has not (grey). Watch where the dots go.</source>
        <translation>この図には既知の最小点がないため、到達できる開始点はありません。最後までに、発散したか (斜線)、していないか (灰色) のどちらかです。点がどこへ向かうかを見てください。</translation>
    </message>
    <message>
        <source>They end more than {diagonals:.0f} diagonals of the picture from its middle, or as no number at all: hatched. {arrived} of all starts arrive. A smaller η may keep the others.</source>
        <translation>斜線の部分で、図の中心から対角線の{diagonals:.0f}倍より遠くで終わるか、数でなくなります。到達するのは全開始点の {arrived} です。η を小さくすると、残りの発散も防げるかもしれません。</translation>
    </message>
    <message>
        <source>At step {steps}, {close} are on the last stretch, within {reach:g} of a minimum; the others are farther out and still move.</source>
        <translation>ステップ {steps} で、{close} は最小点から {reach:g} 以内まで来ています。残りはもっと遠くにあり、まだ動いています。</translation>
    </message>
    <message>
        <source>At step {steps}, {close} are on the last stretch, within {reach:g} of a minimum; {still} hardly move any more, far from all minima of this picture.</source>
        <translation>ステップ {steps} で、{close} は最小点から {reach:g} 以内まで来ています。{still} は、図のどの最小点からも離れたところで、ほとんど動かなくなりました。</translation>
    </message>
    <message>
        <source>{racer} flies past the minima.</source>
        <translation>{racer}は最小点を通り過ぎます。</translation>
    </message>
    <message>
        <source>Of the starts that arrive, {nearest} end in the minimum nearest to them; under {other}, {most}. {mixed} of all starts have a neighbour that ends elsewhere: there a small shift decides.</source>
        <translation>到達する開始点のうち、最寄りの最小点に着くのは {nearest} です ({other}では {most})。全開始点の {mixed} は、隣の開始点と行き先が異なります。そこでは、わずかなずれが行き先を決めます。</translation>
    </message>
    <message>
        <source>Under {racer}, every start arrives.</source>
        <translation>{racer}では、すべての開始点が到達します。</translation>
    </message>
    <message>
        <source>Half of them by step {median:.0f}, all but a fiftieth by step {slow:.0f}.</source>
        <translation>半数はステップ {median:.0f} までに、98% はステップ {slow:.0f} までに到達します。</translation>
    </message>
    <message>
        <source>Under {racer}, nearly every start arrives.</source>
        <translation>{racer}では、ほぼすべての開始点が到達します。</translation>
    </message>
    <message>
        <source>{arrived} of them; half of those by step {median:.0f}, all but a fiftieth by step {slow:.0f}.</source>
        <translation>到達するのは {arrived} です。その半数はステップ {median:.0f} までに、98% はステップ {slow:.0f} までに到達します。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Range test</source>
        <translation>範囲テスト</translation>
    </message>
    <message>
        <source>From η</source>
        <translation>最初の η</translation>
    </message>
    <message>
        <source>The learning rate of the first step; it rises by the same factor each step.</source>
        <translation>最初のステップの学習率です。毎ステップ、同じ倍率で上がります。</translation>
    </message>
    <message>
        <source>To η</source>
        <translation>最後の η</translation>
    </message>
    <message>
        <source>The learning rate of the last step.</source>
        <translation>最後のステップの学習率です。</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>実験</translation>
    </message>
    <message>
        <source>Optimizer and problem</source>
        <translation>最適化手法と問題</translation>
    </message>
    <message>
        <source>Its learning rate is the η that every schedule multiplies.</source>
        <translation>その学習率が、各スケジュールで倍率を掛ける η です。</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Choosing one brings a learning rate, noise and length that it can be seen well with.</source>
        <translation>選ぶと、その問題が見やすい学習率、ノイズ、長さになります。</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to every component of the gradient, anew at each step.</source>
        <translation>勾配の各成分に、毎ステップ新たに加えるノイズの標準偏差です。</translation>
    </message>
    <message>
        <source>Runs averaged</source>
        <translation>平均する試行数</translation>
    </message>
    <message>
        <source>Each run has noise of its own; under every schedule it is the same noise.</source>
        <translation>ノイズは試行ごとに異なり、どのスケジュールでも同じものを使います。</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>Noisy bowl</source>
        <translation>ノイズ付きのボウル</translation>
    </message>
    <message>
        <source>x² + 10 y²; normal noise is added to every gradient, the same under every schedule.</source>
        <translation>x² + 10 y² です。どの勾配にも正規分布のノイズを加えます。ノイズは全スケジュールで共通です。</translation>
    </message>
    <message>
        <source>Noisy Rosenbrock valley</source>
        <translation>ノイズ付きのRosenbrockの谷</translation>
    </message>
    <message>
        <source>A narrow, bent valley; normal noise is added to every gradient, the same under every schedule.</source>
        <translation>細く曲がった谷です。どの勾配にも正規分布のノイズを加えます。ノイズは全スケジュールで共通です。</translation>
    </message>
    <message>
        <source>Network on spirals</source>
        <translation>らせんのネットワーク</translation>
    </message>
    <message>
        <source>A small tanh network; every step sees a batch of its own, the same under every schedule, and that is the noise. Each run begins with weights of its own.</source>
        <translation>小さなtanhのネットワークです。バッチはステップごとに異なり、全スケジュールで共通で、これがノイズになります。最初の重みは試行ごとに異なります。</translation>
    </message>
    <message>
        <source>How many of the 128 points a step sees: fewer make its gradient noisier.</source>
        <translation>128点のうち、1ステップで使う点の数です。少ないほど、勾配のノイズが大きくなります。</translation>
    </message>
    <message>
        <source>While η changes, PyTorch&apos;s velocity differs from the one here: PyTorch multiplies the whole velocity by the new η, here each gradient keeps the η that it came with.</source>
        <translation>η が変わる間、PyTorchの速度はここでの速度と異なります。PyTorchは速度全体に新しい η を掛けますが、ここでは各勾配が、加わったときの η を保ちます。</translation>
    </message>
    <message>
        <source>After each step: scheduler.step(loss).</source>
        <translation>各ステップの後に scheduler.step(loss) を呼びます。</translation>
    </message>
    <message>
        <source>warmup.step() after each of the first {count} steps; plateau.step(loss) after each step from {first} on.</source>
        <translation>最初の{count}ステップの後に毎回 warmup.step() を、ステップ {first} からは毎回 plateau.step(loss) を呼びます。</translation>
    </message>
    <message>
        <source>PyTorch&apos;s ends after {count} steps; here the last value holds.</source>
        <translation>PyTorchでは{count}ステップで終わりますが、ここでは最後の値を保ちます。</translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation>自分の数式</translation>
    </message>
    <message>
        <source>Whatever you type. There are + - * / ^ and brackets, sin cos tan exp log sqrt abs tanh min max, pi and e.</source>
        <translation>入力したとおりの曲面です。+ - * / ^ と括弧、sin cos tan exp log sqrt abs tanh min max、pi と e が使えます。</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>数式</translation>
    </message>
    <message>
        <source>A formula of x and y, such as x^2 + 10*y^2; a product needs its *. At most 200 characters.</source>
        <translation>x^2 + 10*y^2 のような x と y の数式です。積には * が必要です。200文字まで入力できます。</translation>
    </message>
    <message>
        <source>x from</source>
        <translation>x の始点</translation>
    </message>
    <message>
        <source>x to</source>
        <translation>x の終点</translation>
    </message>
    <message>
        <source>y from</source>
        <translation>y の始点</translation>
    </message>
    <message>
        <source>y to</source>
        <translation>y の終点</translation>
    </message>
    <message>
        <source>This step leads nowhere.</source>
        <translation>このステップには行き先がありません。</translation>
    </message>
    <message>
        <source>Not all of its numbers are finite, so there is no arrow to draw. The path has ended.</source>
        <translation>有限でない数値があるため、矢印を描けません。軌跡はここで終わりました。</translation>
    </message>
    <message>
        <source>This step moves nothing.</source>
        <translation>このステップでは何も動きません。</translation>
    </message>
    <message>
        <source>The gradient here is {gradient:.3g} in size, and what the rule makes of it is zero.</source>
        <translation>ここの勾配の大きさは {gradient:.3g} で、更新式から得られる更新量は 0 です。</translation>
    </message>
    <message>
        <source>The velocity knows the valley.</source>
        <translation>速度は谷の向きを知っています。</translation>
    </message>
    <message>
        <source>The slope points across it ({across:.0f}°), the kept velocity along it ({along:.0f}°). The step goes {ratio:.2g} times as far as an SGD step from here.</source>
        <translation>下り坂は谷を横切る向き ({across:.0f}°)、残った速度は谷に沿う向き ({along:.0f}°) です。このステップは、ここからのSGDの1ステップの {ratio:.2g} 倍進みます。</translation>
    </message>
    <message>
        <source>There is no velocity yet.</source>
        <translation>まだ速度がありません。</translation>
    </message>
    <message>
        <source>Nothing is left of steps before, so this one goes straight downhill, {length:.3g} long.</source>
        <translation>以前のステップから残るものがないので、このステップはまっすぐ下へ {length:.3g} 進みます。</translation>
    </message>
    <message>
        <source>The velocity drives on.</source>
        <translation>速度が後押しします。</translation>
    </message>
    <message>
        <source>The kept velocity lies only {angle:.0f}° from downhill, so both add up: the step goes {ratio:.2g} times as far as an SGD step from here.</source>
        <translation>残った速度は下る向きから {angle:.0f}° しか離れておらず、互いに強め合います。このステップは、ここからのSGDの1ステップの {ratio:.2g} 倍進みます。</translation>
    </message>
    <message>
        <source>The slope turns the velocity.</source>
        <translation>下り坂が速度の向きを変えます。</translation>
    </message>
    <message>
        <source>The kept velocity goes across the slope, {angle:.0f}° from downhill. The gradient turns it by {turn:.0f}°; {kept:.0%} of the length of the step before is kept.</source>
        <translation>残った速度は坂を横切る向きで、下る向きから {angle:.0f}° 離れています。勾配がその向きを {turn:.0f}° 変えます。前のステップの長さの {kept:.0%} が残っています。</translation>
    </message>
    <message>
        <source>The slope brakes the velocity.</source>
        <translation>上り坂が速度を落とします。</translation>
    </message>
    <message>
        <source>The kept velocity points uphill, {angle:.0f}° from downhill: it is {kept:.3g} long, and the gradient takes {against:.3g} off it along its way.</source>
        <translation>残った速度は上る向きで、下る向きから {angle:.0f}° 離れています。長さは {kept:.3g} で、勾配がその向きの成分を {against:.3g} 減らします。</translation>
    </message>
    <message>
        <source>Downhill is not the way.</source>
        <translation>まっすぐ下るのは近道ではありません。</translation>
    </message>
    <message>
        <source>The step goes straight downhill, which is {angle:.0f}° off the valley floor: of its length {length:.3g} only {along:.2g} leads along the valley.</source>
        <translation>まっすぐ下る向きは、谷底の向きから {angle:.0f}° ずれています。長さ {length:.3g} のうち、谷に沿って進むのは {along:.2g} だけです。</translation>
    </message>
    <message>
        <source>Straight downhill.</source>
        <translation>まっすぐ下ります。</translation>
    </message>
    <message>
        <source>The gradient is {gradient:.4g} in size; times η = {rate:.4g} the step is {length:.3g} long.</source>
        <translation>勾配の大きさは {gradient:.4g} で、η = {rate:.4g} を掛けると歩幅は {length:.3g} です。</translation>
    </message>
    <message>
        <source>Downhill, and too far.</source>
        <translation>下り始めますが、行き過ぎます。</translation>
    </message>
    <message>
        <source>The step begins downhill, yet the loss rises from {before:.4g} to {after:.4g}: {length:.3g} is longer than the way down.</source>
        <translation>ステップは下る向きに始まりますが、損失は {before:.4g} から {after:.4g} に増えます。歩幅 {length:.3g} が、下り坂より長いためです。</translation>
    </message>
    <message>
        <source>Both parameters move alike.</source>
        <translation>2つのパラメーターが同じように動きます。</translation>
    </message>
    <message>
        <source>The slope is {ratio:.3g} times as steep along {steep} as along {flat}, yet the step goes {x:.3g} along x and {y:.3g} along y: only the direction of each slope counts.</source>
        <translation>坂は {steep} 方向が {flat} 方向の {ratio:.3g} 倍急ですが、ステップは x 方向に {x:.3g}、y 方向に {y:.3g} です。それぞれの坂の向きだけで決まります。</translation>
    </message>
    <message>
        <source>Carried uphill.</source>
        <translation>勢いで上ります。</translation>
    </message>
    <message>
        <source>The mean m of the gradients so far still points against the slope here, so the step lies {angle:.0f}° from downhill. The loss goes from {before:.4g} to {after:.4g}.</source>
        <translation>これまでの勾配の平均 m がここの坂とまだ逆を向いているため、ステップは下る向きから {angle:.0f}° 離れています。損失は {before:.4g} から {after:.4g} になります。</translation>
    </message>
    <message>
        <source>Only the signs count.</source>
        <translation>符号だけで決まります。</translation>
    </message>
    <message>
        <source>The slope is {slope_x:.3g} along x and {slope_y:.3g} along y, yet of its size the step takes no notice: it goes {x:.3g} along x and {y:.3g} along y.</source>
        <translation>勾配は x 方向に {slope_x:.3g}、y 方向に {slope_y:.3g} ですが、ステップはその大きさに左右されず、x 方向に {x:.3g}、y 方向に {y:.3g} 進みます。</translation>
    </message>
    <message>
        <source>Each parameter has a rate of its own.</source>
        <translation>パラメーターごとに学習率があります。</translation>
    </message>
    <message>
        <source>The slope times η would go {sgd:.3g} far. This step is {length:.3g} long and lies {angle:.0f}° from straight downhill: {x:.3g} along x, {y:.3g} along y.</source>
        <translation>勾配に η を掛けるだけなら {sgd:.3g} 進みます。このステップの長さは {length:.3g} で、まっすぐ下る向きから {angle:.0f}° 離れ、x 方向に {x:.3g}、y 方向に {y:.3g} です。</translation>
    </message>
    <message>
        <source>straight downhill</source>
        <translation>まっすぐ下る</translation>
    </message>
    <message>
        <source>against the noisy gradient</source>
        <translation>ノイズを含む勾配の逆向き</translation>
    </message>
    <message>
        <source>with the weight decay</source>
        <translation>重み減衰を加える</translation>
    </message>
    <message>
        <source>what is left of the steps before</source>
        <translation>以前のステップの残り</translation>
    </message>
    <message>
        <source>the new velocity</source>
        <translation>新しい速度</translation>
    </message>
    <message>
        <source>shrinks towards the origin</source>
        <translation>原点に向かって縮む</translation>
    </message>
    <message>
        <source>as long as the steps before</source>
        <translation>以前のステップと同じ長さ</translation>
    </message>
    <message>
        <source>everything is small: the signal is {rms:.1e} at layer {depth}</source>
        <translation>すべてが小さく、層 {depth} の信号は {rms:.1e} です</translation>
    </message>
    <message>
        <source>everything is large: the signal is {rms:.1e} at layer {depth}</source>
        <translation>すべてが大きく、層 {depth} の信号は {rms:.1e} です</translation>
    </message>
    <message>
        <source>the gradient grows towards the input</source>
        <translation>勾配は入力に近い層ほど大きくなります</translation>
    </message>
    <message>
        <source>the gradient fades towards the input</source>
        <translation>勾配は入力に近い層ほど小さくなります</translation>
    </message>
    <message>
        <source>the signal grows {factor:.3g} times a layer</source>
        <translation>信号が1層ごとに {factor:.3g} 倍になります</translation>
    </message>
    <message>
        <source>layers with mostly dead units: {count} of {depth}</source>
        <translation>半分以上のユニットが死んでいる層が、{depth} 層中 {count} 層あります</translation>
    </message>
    <message>
        <source>{first} and {last} both learn.</source>
        <translation>{first} も {last} も学習しています。</translation>
    </message>
    <message>
        <source>They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says little.</source>
        <translation>損失が ln 2 の半分を下回ったのは、ステップ {reached} と {behind} です。すべての点が正解なので、どちらの損失が低いかに大きな意味はありません。</translation>
    </message>
    <message>
        <source>They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says little. The scale usually matters more in deeper networks: try {deeper} layers.</source>
        <translation>損失が ln 2 の半分を下回ったのは、ステップ {reached} と {behind} です。すべての点が正解なので、どちらの損失が低いかに大きな意味はありません。重みの大きさは、ふつう、より深いネットワークで大きく効きます。{deeper}層で試してください。</translation>
    </message>
    <message>
        <source>They fell below half of ln 2 at steps {reached} and {behind}. With all points right, which loss is lower says little. The steps of {optimizer} hardly depend on how large gradients are. The scale usually matters more in deeper networks or with SGD: try {deeper} layers, or SGD.</source>
        <translation>損失が ln 2 の半分を下回ったのは、ステップ {reached} と {behind} です。すべての点が正解なので、どちらの損失が低いかに大きな意味はありません。{optimizer} の歩幅は、勾配の大きさにほとんど左右されません。重みの大きさは、ふつう、より深いネットワークやSGDで大きく効きます。{deeper}層、またはSGDで試してください。</translation>
    </message>
    <message>
        <source>The chapter&apos;s race</source>
        <translation>この章のレース</translation>
    </message>
    <message>
        <source>Five rules with η = 0.1 on x² + 10y²: exactly the stability limit of SGD.</source>
        <translation>x² + 10y² での5つの手法です。η = 0.1 は、ちょうどSGDの安定限界です。</translation>
    </message>
    <message>
        <source>Why Adam looks slow</source>
        <translation>Adamが遅く見える理由</translation>
    </message>
    <message>
        <source>Adam&apos;s steps are about as long as η, however steep it is: the same race with larger η.</source>
        <translation>坂の急さによらず、Adamの歩幅はほぼ η です。同じレースを、より大きな η で走ります。</translation>
    </message>
    <message>
        <source>A bent valley</source>
        <translation>曲がった谷</translation>
    </message>
    <message>
        <source>Rosenbrock: steep across, nearly flat along, each rule with an η that it bears.</source>
        <translation>Rosenbrockは、横切る向きには急で、谷に沿ってはほぼ平らです。η は、それぞれの手法が耐えられる値です。</translation>
    </message>
    <message>
        <source>Away from a saddle</source>
        <translation>鞍点からの脱出</translation>
    </message>
    <message>
        <source>From nearly the ridge: rules that divide by the gradient&apos;s size leave it soon.</source>
        <translation>ほぼ尾根の上から始めます。勾配の大きさで割る手法は、すぐに離れます。</translation>
    </message>
    <message>
        <source>Four valleys</source>
        <translation>4つの谷</translation>
    </message>
    <message>
        <source>Himmelblau: ten thousand starts under four rules, coloured by where they end.</source>
        <translation>Himmelblauで、4つの手法を1万の開始点から走らせ、行き先で色分けします。</translation>
    </message>
    <message>
        <source>Momentum&apos;s map</source>
        <translation>Momentumのマップ</translation>
    </message>
    <message>
        <source>How fast each η and β is on the chapter&apos;s bowl, and where they diverge.</source>
        <translation>この章のボウルで、η と β ごとの速さと、発散する範囲を示します。</translation>
    </message>
    <message>
        <source>The noise floor</source>
        <translation>ノイズの下限</translation>
    </message>
    <message>
        <source>At a constant η the noise keeps the loss up; where η sinks, the loss sinks on below that floor.</source>
        <translation>η が一定だと、ノイズのために損失が下がりきりません。η が下がると、損失はその下限を割ってさらに下がります。</translation>
    </message>
    <message>
        <source>Warm-up saves it</source>
        <translation>ウォームアップが救う</translation>
    </message>
    <message>
        <source>Rosenbrock, η = 0.004: the first gradients are so steep that without a warm-up the numbers overflow.</source>
        <translation>Rosenbrock、η = 0.004 です。最初の勾配が急で、ウォームアップがないと値がオーバーフローします。</translation>
    </message>
    <message>
        <source>Warm-up spares the first steps</source>
        <translation>ウォームアップが最初を守る</translation>
    </message>
    <message>
        <source>Rosenbrock, η = 0.0025: without a warm-up the loss climbs at first, with it it does not. Later both fall.</source>
        <translation>Rosenbrock、η = 0.0025 です。ウォームアップがないと損失は最初に上がり、あれば上がりません。その後はどちらも下がります。</translation>
    </message>
    <message>
        <source>The learning rate rises by the same factor each step.</source>
        <translation>学習率が毎ステップ、同じ倍率で上がります。</translation>
    </message>
    <message>
        <source>From {low:.3g} to {high:.3g} in {steps} steps. While η is too small the loss stays; then it falls; beyond what the problem bears it breaks loose. The η in between are of use.</source>
        <translation>{steps}ステップで {low:.3g} から {high:.3g} まで上がります。η が小さすぎる間、損失は変わらず、やがて減り、問題の限度を超えると急増します。使えるのは、その間の η です。</translation>
    </message>
    <message>
        <source>So far η is too small to be seen.</source>
        <translation>ここまでの η では小さすぎて、損失が減りません。</translation>
    </message>
    <message>
        <source>Up to η = {rate:.3g} the mean loss has gone from {first:.4g} to {loss:.4g}.</source>
        <translation>η = {rate:.3g} までに、平均損失は {first:.4g} から {loss:.4g} になりました。</translation>
    </message>
    <message>
        <source>The loss never falls.</source>
        <translation>損失は一度も減りません。</translation>
    </message>
    <message>
        <source>At η = {rate:.3g}, the last of the test, the mean loss is {loss:.4g}; at the start it was {first:.4g}. Try another range of η, or more steps.</source>
        <translation>テストの最後の η = {rate:.3g} で、平均損失は最初の {first:.4g} から {loss:.4g} になりました。η の範囲を変えるか、ステップ数を増やしてみてください。</translation>
    </message>
    <message>
        <source>Of use: η from {low:.2g} to {high:.2g}.</source>
        <translation>使える η は {low:.2g}～{high:.2g} です。</translation>
    </message>
    <message>
        <source>The loss falls fastest at η = {low:.2g} and breaks loose above {high:.2g}. A whole run with one η asks for some distance: {suggested:.2g} is suggested.</source>
        <translation>損失は η = {low:.2g} で最も速く減り、{high:.2g} を超えると急増します。1つの η で最後まで進めるには余裕が必要なので、推奨は {suggested:.2g} です。</translation>
    </message>
    <message>
        <source>The loss falls fastest at η = {low:.2g} and breaks loose above {high:.2g}; the stability limit is {formula} = {limit:.2g}. A whole run with one η asks for some distance: {suggested:.2g} is suggested.</source>
        <translation>損失は η = {low:.2g} で最も速く減り、{high:.2g} を超えると急増します。安定限界は {formula} = {limit:.2g} です。1つの η で最後まで進めるには余裕が必要なので、推奨は {suggested:.2g} です。</translation>
    </message>
    <message>
        <source>Up to η = {high:.2g} nothing breaks loose.</source>
        <translation>η = {high:.2g} まで、損失は急増しません。</translation>
    </message>
    <message>
        <source>The loss fell fastest at η = {low:.2g}, and is {loss:.3g} now; at the start it was {first:.3g}. Where it ends, a higher last η would tell.</source>
        <translation>損失は η = {low:.2g} で最も速く減り、最初の {first:.3g} から {loss:.3g} になりました。どこまで使えるかは、最後の η を大きくするとわかります。</translation>
    </message>
    <message>
        <source>At η = {rate:.2g} the numbers overflow.</source>
        <translation>η = {rate:.2g} で値がオーバーフローします。</translation>
    </message>
    <message>
        <source>From step {step} on those of at least one run are beyond 1.8e308, infinite or undefined; the curve ends there.</source>
        <translation>ステップ {step} からは、少なくとも1回の試行で値が 1.8e308 を超えて無限大または未定義になり、曲線はそこで終わります。</translation>
    </message>
    <message>
        <source>Of {rule} the test tells nothing.</source>
        <translation>{rule}については、このテストでは何もわかりません。</translation>
    </message>
    <message>
        <source>It asks for η in its first step only; afterwards its steps find their own size. Choose another rule.</source>
        <translation>η を使うのは最初の1ステップだけで、その後の歩幅は自分で決めます。別の手法を選んでください。</translation>
    </message>
    <message>
        <source>All schedules start alike.</source>
        <translation>どのスケジュールも同じように始まります。</translation>
    </message>
    <message>
        <source>The mean loss is {loss:.4g}. Each of the {runs} runs begins at the same place under every schedule and meets the same noise: what differs is η alone. Press play, or → for one step.</source>
        <translation>平均損失は {loss:.4g} です。{runs}回の試行は、どのスケジュールでも同じ場所から始まり、同じノイズを受けます。異なるのは η だけです。再生を押すか、→ で1ステップ進めてください。</translation>
    </message>
    <message>
        <source>The schedules make no difference.</source>
        <translation>スケジュールによる違いはありません。</translation>
    </message>
    <message>
        <source>Up to step {step} all schedules that begin with the same η have the same losses: after its first step {rule} no longer asks for η.</source>
        <translation>ステップ {step} まで、同じ η で始まるスケジュールはどれも損失が同じです。{rule}は最初の1ステップの後、η を使いません。</translation>
    </message>
    <message>
        <source>{schedule}{number} overflowed at step {step}.</source>
        <translation>「{schedule}{number}」はステップ {step} でオーバーフローしました。</translation>
    </message>
    <message>
        <source>From there on the numbers of at least one run are beyond 1.8e308, infinite or undefined, and so is the mean. Its largest η so far was {peak:.4g}.</source>
        <translation>そこからは、少なくとも1回の試行で値が 1.8e308 を超えて無限大または未定義になり、平均も同様です。それまでの最大の η は {peak:.4g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number} is beyond the stability limit since step {first}.</source>
        <translation>「{schedule}{number}」はステップ {first} から安定限界を超えています。</translation>
    </message>
    <message>
        <source>η = {rate:.4g} is above {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}: along it every step leads farther out. The mean loss was {before:.3g} at step {first} and is {loss:.3g} now.</source>
        <translation>η = {rate:.4g} は、曲率 λ = {curvature:.4g} での {formula} = {limit:.4g} を超えています。その方向では、1ステップごとに遠ざかります。平均損失は、ステップ {first} の {before:.3g} から {loss:.3g} になりました。</translation>
    </message>
    <message>
        <source>{schedule}{number} was beyond the stability limit from step {first} to {last}.</source>
        <translation>「{schedule}{number}」はステップ {first}～{last} で安定限界を超えていました。</translation>
    </message>
    <message>
        <source>Its η rose to {peak:.4g}, above {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}: along it those steps led farther out. The mean loss was {before:.3g} at step {first}, at most {worst:.3g} since then, and is {loss:.3g} now.</source>
        <translation>η は {peak:.4g} まで上がり、曲率 λ = {curvature:.4g} での {formula} = {limit:.4g} を超えました。その方向では、この間のステップごとに遠ざかりました。平均損失は、ステップ {first} で {before:.3g}、その後の最大で {worst:.3g}、いまは {loss:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number} diverges.</source>
        <translation>「{schedule}{number}」は発散します。</translation>
    </message>
    <message>
        <source>Its mean loss is {loss:.3g}; at the start it was {first:.3g}. Its largest η so far, {peak:.4g}, is too large here.</source>
        <translation>平均損失はいま {loss:.3g} で、最初の {first:.3g} から増えました。これまでの最大の η である {peak:.4g} は、ここでは大きすぎます。</translation>
    </message>
    <message>
        <source>{schedule}{number} stops at the noise floor.</source>
        <translation>「{schedule}{number}」はノイズの下限で止まります。</translation>
    </message>
    <message>
        <source>At η = {rate:.3g} the gradient pulls w in only as fast as the noise throws it out: the loss stays near {measured:.2g}, predicted {floor:.2g}.</source>
        <translation>η = {rate:.3g} では、勾配が w を引き寄せる速さと、ノイズが押し出す速さがつり合います。損失は {measured:.2g} 付近にとどまります (予測値 {floor:.2g})。</translation>
    </message>
    <message>
        <source>At η = {rate:.3g} the gradient pulls w in only as fast as the noise throws it out: the loss stays near {measured:.2g}, predicted {floor:.2g}. {other}{other_number} lets η sink and ends {ratio:.3g} times lower.</source>
        <translation>η = {rate:.3g} では、勾配が w を引き寄せる速さと、ノイズが押し出す速さがつり合います。損失は {measured:.2g} 付近にとどまります (予測値 {floor:.2g})。「{other}{other_number}」は η が下がり、その {ratio:.3g} 分の1で終わります。</translation>
    </message>
    <message>
        <source>{schedule}{number} no longer falls.</source>
        <translation>「{schedule}{number}」の損失はもう減りません。</translation>
    </message>
    <message>
        <source>For {window} steps its mean loss has stayed near {measured:.2g} at η = {rate:.3g}. {other}{other_number}, whose η has sunk to {other_rate:.3g}, is at {other_loss:.2g}: the noise no longer throws it as far.</source>
        <translation>η = {rate:.3g} のまま、平均損失は{window}ステップの間 {measured:.2g} 付近にとどまっています。η が {other_rate:.3g} まで下がった「{other}{other_number}」は {other_loss:.2g} で、ノイズに遠くまで飛ばされなくなりました。</translation>
    </message>
    <message>
        <source>{schedule}{number} sank too soon.</source>
        <translation>「{schedule}{number}」は下がるのが早すぎました。</translation>
    </message>
    <message>
        <source>Its η has sunk to {rate:.2g}: its steps are now too short to arrive. On average the runs are at ({x:.2f}, {y:.2f}), the minimum is at ({x0:g}, {y0:g}); all steps that are left make up less than {percent} % of the way.</source>
        <translation>η が {rate:.2g} まで下がり、歩幅が小さすぎて到達できません。試行の平均位置は ({x:.2f}, {y:.2f})、最小点は ({x0:g}, {y0:g}) です。残りの全ステップを使っても、縮まるのはその距離の {percent}% 未満です。</translation>
    </message>
    <message>
        <source>Since step {since} its η is below {percent} % of its peak, and its mean loss has only gone from {before:.3g} to {loss:.3g}. {other}{other_number} is at {other_loss:.3g}.</source>
        <translation>ステップ {since} から η は最大値の {percent}% 未満で、平均損失は {before:.3g} から {loss:.3g} になっただけです。「{other}{other_number}」は {other_loss:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number}: the warm-up saved it.</source>
        <translation>「{schedule}{number}」はウォームアップに救われました。</translation>
    </message>
    <message>
        <source>The same schedule without its {count} steps of warm-up overflows at step {step}: the first gradients are too steep for the whole η. With it the mean loss of these steps was never above {mild:.3g}, and is {loss:.3g} now.</source>
        <translation>{count}ステップのウォームアップがないと、同じスケジュールはステップ {step} でオーバーフローします。最初の勾配が急で、本来の η は大きすぎるためです。ウォームアップがあれば、その間の平均損失は {mild:.3g} を超えず、いまは {loss:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number}: the warm-up spared the first steps.</source>
        <translation>「{schedule}{number}」の最初を、ウォームアップが守りました。</translation>
    </message>
    <message>
        <source>The same schedule without its {count} steps of warm-up climbs from {first:.3g} to {worst:.3g} at step {step}; with it the mean loss of these steps was never above {mild:.3g}. Now: {loss:.3g} with it, {without:.3g} without.</source>
        <translation>{count}ステップのウォームアップがないと、同じスケジュールの平均損失は {first:.3g} からステップ {step} の {worst:.3g} まで上がります。ウォームアップがあれば、その間 {mild:.3g} を超えません。いまは、ありで {loss:.3g}、なしで {without:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number}: the warm-up only put it off.</source>
        <translation>「{schedule}{number}」：ウォームアップは先送りしただけです。</translation>
    </message>
    <message>
        <source>In its {count} steps the loss did not climb, as it does without; but the η that follow, up to {rate:.4g}, are too large as well: at step {step} the mean loss was {worst:.3g}.</source>
        <translation>ウォームアップがないと損失は上がりますが、その{count}ステップの間は上がっていません。しかし、その後の最大 {rate:.4g} の η も大きすぎ、ステップ {step} の平均損失は {worst:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number}: here the warm-up only takes time.</source>
        <translation>「{schedule}{number}」のウォームアップは、ここでは時間がかかるだけです。</translation>
    </message>
    <message>
        <source>The same schedule without it never climbs either: the whole η does no harm from the first step on. Half way through it, at step {step}, the mean loss was {loss:.3g} with it and {without:.3g} without.</source>
        <translation>ウォームアップがなくても、同じスケジュールの損失は上がりません。最初のステップから本来の η でも害はありません。その半ばのステップ {step} での平均損失は、ありで {loss:.3g}、なしで {without:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number} ends lowest.</source>
        <translation>「{schedule}{number}」が最も低い損失で終わります。</translation>
    </message>
    <message>
        <source>At step {step} its mean loss is {loss:.2g}; the next is {other}{other_number} with {other_loss:.2g}.</source>
        <translation>ステップ {step} での平均損失は {loss:.2g} です。次は「{other}{other_number}」の {other_loss:.2g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number} and {other}{other_number} end level.</source>
        <translation>「{schedule}{number}」と「{other}{other_number}」は並んで終わります。</translation>
    </message>
    <message>
        <source>At step {step} their mean losses are {loss:.2g} and {other_loss:.2g}: no further apart than chance makes them (runs averaged: {runs}).</source>
        <translation>ステップ {step} での平均損失は {loss:.2g} と {other_loss:.2g} です。差は偶然の範囲内です (平均した試行数 {runs})。</translation>
    </message>
    <message>
        <source>{schedule}{number} is lowest now.</source>
        <translation>いまは「{schedule}{number}」の損失が最小です。</translation>
    </message>
    <message>
        <source>At step {step} its mean loss is {loss:.3g}, at η = {rate:.3g}. At the start it was {first:.3g}.</source>
        <translation>ステップ {step} での平均損失は {loss:.3g}、η は {rate:.3g} です。最初の平均損失は {first:.3g} です。</translation>
    </message>
    <message>
        <source>{schedule}{number} is on its way.</source>
        <translation>「{schedule}{number}」は途中です。</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>on</source>
        <translation>オン</translation>
    </message>
    <message>
        <source>off</source>
        <translation>オフ</translation>
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
        <source>preset: {name}</source>
        <translation>プリセット「{name}」</translation>
    </message>
    <message>
        <source>comparison of A with B</source>
        <translation>A と B の比較</translation>
    </message>
    <message>
        <source>copying a side</source>
        <translation>片側のコピー</translation>
    </message>
    <message>
        <source>swapping A and B</source>
        <translation>A と B の入れ替え</translation>
    </message>
    <message>
        <source>removing a change on the way</source>
        <translation>途中の変更の削除</translation>
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
