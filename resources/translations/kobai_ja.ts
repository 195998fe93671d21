<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>Help</source>
        <comment>play or pause</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>one step back, one step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>first step, last step</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>to the next control; arrows change it, double-click resets it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>undo, redo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>open, save the experiment as a recipe</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>export the picture, copy it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>fold the left or the right column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>presentation, and back</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>Keys</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Help</source>
        <comment>Kobai {version} is a laboratory in which you watch, step through, scrub back and export how deep networks train. Every number on the screen is computed by its own engine and agrees with the reference frameworks.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Help</source>
        <comment>About Kobai</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Show {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename, duplicate, move, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardMenu</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChainInspector</name>
    <message>
        <source>This step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · forward, layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · backward, layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After 1 layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {n} layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at best, {power}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this chain</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollapseInspector</name>
    <message>
        <source>One input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>misses by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Non-linearity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without: {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with f: {y}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without: differs by {miss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with f: misses by {miss}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollapseView</name>
    <message>
        <source>one layer: the same line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best straight line: misses by {miss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a function between the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {function} between the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden unit {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a single straight line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both multiplied out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units without a function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden units with the function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output without a function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output with the function</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourMenu</name>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{colour}, dashed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corner</name>
    <message>
        <source>Export (Ctrl+E)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvePlots</name>
    <message>
        <source>Function f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivative f′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|f′| &lt; 0.05
saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{functions}
everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{functions}
for z ≥ {z}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{functions}
for z ≤ {z}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{functions}
for {low} ≤ z ≤ {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N({mean}, {spread}): {share} saturate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slope {slope}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag me</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DensityPlot</name>
    <message>
        <source>every input
ends at {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} at {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} below</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DrawBox</name>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All schemes make their weights from the same draw.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>This picture has too many pixels; at most {most} million.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shapes, sharp at any size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy to clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactsTable</name>
    <message>
        <source>function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero-centred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of f(z) for z from N(0, 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether f′ has no jump</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monotone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether f never falls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max f′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest slope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of N(0, 1) with |f′| &lt; 0.05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f′ = 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of N(0, 1) with f′ exactly 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost, ns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nanoseconds per element on this machine, median of 25 interleaved rounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Recipes and pictures that carry one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a picture made by Kobai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionsInspector</name>
    <message>
        <source>{function}: good and bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All at the probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All after k passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FunctionsView</name>
    <message>
        <source>mean {mean}
std  {std}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured while the window is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero-centred: mean output for z ~ N(0, 1)   ·   saturated: |f′| &lt; 0.05   ·   cost: ns per element, {where}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function f(z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Derivative f′(z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output density on the f axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread (std) after k passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density of the outputs after one pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density of the outputs after k passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the outputs by number of passes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GradientsPanel</name>
    <message>
        <source>after 1 factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {n} factors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 layer: {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} layers, each {rule}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient’s size by layer, log scale; diamonds: negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient after each layer’s factor, log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still to come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at best: {best}ᵏ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope {slope}(z) where each layer works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the box, enlarged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right: factor {slope} · w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never above {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ItemsEditor</name>
    <message>
        <source>There can be {n} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There must be {n} at least.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to: {list}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Kobai — {tab}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computing step {n} …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this plot…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the chapter&apos;s experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Kobai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RaceInspector</name>
    <message>
        <source>This step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undefined</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RacePanel</name>
    <message>
        <source>overflow at step {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{distance} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} overshoots: outside in steps {steps}, as far as ({x}, {y})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths on the loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start — drag me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss f</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the gradient by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|∇f|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of each step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|Δw|</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss f − {lowest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{quantity}, log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step t</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step {k} / {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to any step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, steps per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} / s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsBox</name>
    <message>
        <source>Another weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient at layer 1 by w, log scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it or explode it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>explodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient at layer 1 by weight; drag to set the weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{activation}, w = {w}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsInspector</name>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>± SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed} · {size}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>±2 standard errors, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names}: one curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all {n}
are 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} SE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights W: row {row} of {n_in}, {n_out} units across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W: row {row} of {n_in}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture shows evenly spaced rows and columns of the matrix.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of weights in pictures and histograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the weights drawn so far, expected density dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram, expected density dashed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean by rows drawn ÷ expected std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean ÷ expected std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Std by rows drawn ÷ expected std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Std ÷ expected std</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram of the weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source>Sigmoid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>binary output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output reads as a probability: right for a binary output layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturates on both sides: there the gradient all but vanishes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not zero-centred, which slows learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>f&apos; is never above 0.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recurrent nets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero-centred: outputs of both signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes the gradient whole at z = 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still saturates on both sides: deep stacks lose the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default, hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cheapest to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes the gradient whole where z &gt; 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s default in hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units can die: one whose z is never above 0 gets no gradient and stays so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not zero-centred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>if ReLU units die</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps a small gradient where z ≤ 0: no unit dies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth a try where ReLU fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient on the left is only α.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more number to choose: α.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slope on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slope where z is 0 or negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accuracy first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean output is near 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth for α = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exponential costs time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saturates far on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The function settles at −α on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smooth ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth everywhere; close to ReLU far from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets some gradient through on the left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same as SiLU for β = 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not monotone: f&apos; is negative on the far left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How quickly the gate opens: near z/2 when small, near ReLU when large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>transformers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The usual choice in transformers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The error function is the dearest of all to compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs an exponential, a logarithm and a tanh by its formula.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SELU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deep plain nets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the signal&apos;s mean and spread from layer to layer by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zero-centred on a standard normal input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps its promise only with LeCun initialization and plain dense layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Softplus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>positive output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always above 0: right for a quantity that must be positive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far from zero-centred.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs an exponential and a logarithm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regression output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any value can come out: right for the output layer of a regression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not non-linear: any stack of such layers is one linear map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file or folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is a folder, and a file is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a part of this path is not a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reading or writing here is not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this place can only be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your share of the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file would be larger than is allowed here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this name is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the links on this path lead in a circle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unusable: all units of a layer stay equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not advised: signals die out with depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation of the weights, whatever the layer&apos;s width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid, tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU, Leaky ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>very deep linear or tanh nets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives each parameter a rate of its own; since it forgets nothing, that rate shrinks too far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = 0.01, ρ = 0.99</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdaGrad that forgets old gradients, so its steps do not die out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = 0.001, β₁ = 0.9, β₂ = 0.999</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins the strengths of Momentum and RMSprop; the most used, and needs hardly any tuning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First moment decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second moment decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The basic rule: always straight downhill. Simple, but slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = 0.01, β = 0.9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps part of the steps before: damps oscillation and speeds up convergence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum that looks ahead: brakes sooner, but its stability limit is lower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct bias</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is not {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is outside the limits: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is not a text of {allowed} printable characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field {found} is not known; allowed: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{found} is not known; allowed: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field {allowed} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the field {found} stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are {found} entries; allowed: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such setting; here stand: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cannot be changed in the middle of a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not JSON: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not a Kobai recipe: {found} stands where {allowed} is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version {found} is not readable by this Kobai; it reads {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is too large to be a recipe: {found}; at most {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number of more than 60 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps between drops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exponential decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor per step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polynomial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cosine with restarts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period multiplier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up, then cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of steps going up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak over start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start over end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest after a reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up, then …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sweep z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the function is applied to its own output, one pass after another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input that is followed through all passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why non-linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input whose way through the network is written out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input N(μ, σ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the inputs z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of the inputs z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two linear layers are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Multiplied out they are y = {w:.4g} x {b:+.4g}: a single layer gives the same for every x. However many linear layers are stacked, they stay one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {function} no single layer can do it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best straight line misses the outputs by {miss:.3g} (rms over the inputs), {share:.3g} % of their spread. What bends between the layers is what makes depth worth having.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} is nearly straight here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over these inputs a straight line misses by only {share:.2g} % of the outputs&apos; spread: on a small stretch every smooth curve is a line. Widen σ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {function} it is one layer still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all these inputs a straight line misses by {miss:.1e}: rounding. Nothing bends, nothing is gained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} passes nothing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its slope is exactly 0. A unit whose inputs all lie on such places gets no gradient and never changes again: it is dead. Of the inputs shown, {share:.3g} % lie there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} keeps a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{here:.3g} % of the gradient comes through, here and however far to the left. Little, but never nothing: no unit dies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} is saturated here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It passes on {here:.2g} % of the gradient; ten layers on such a place leave {ten:.1e} of it. Of the inputs shown, {share:.3g} % lie where the slope is below 0.05.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} falls here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its slope is {slope:.3g}: a larger input gives a smaller output, and the gradient changes its sign on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} dims every gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At z = 5 it passes on {far:.2g} %, here {here:.2g} %, never above {most:.3g} %. Ten layers at their very best leave one part in {parts:,.0f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} passes the gradient whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its slope here is 1: however many layers stand on such a place, they take nothing from the gradient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} enlarges the gradient here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its slope is {slope:.3f}: ten layers on such a place make the gradient {ten:.3g} times as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} passes on {here:.3g} % here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten layers on such a place leave {ten:.2g} of the gradient. At its best the slope is {most:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pass yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The inputs as they are drawn: mean {mean:.2f}, standard deviation {spread:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} makes all inputs alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After {passes} passes every one ends at {mean:.3g}, give or take {spread:.1e}. What told them apart is lost; the last pass kept {kept:.3g} % of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} narrows the signal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;; the last pass kept {kept:.3g} %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} leaves the signal as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;, and the last pass kept {kept:.4g} % of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{function} widens the signal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation is {spread:.3g}, {left:.3g} % of the inputs&apos;; the last pass made it {kept:.3g} % as large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scalar chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many factors the chain rule multiplies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What goes into the first layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of every layer: z = w a. Each factor is f′(z) w.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vanishing gradients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line on a log axis: the same factor every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight line on a log axis: nearly the same factor every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line bends where the factor changes: its size runs from {low:.3g} to {high:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exactly 0 from layer {layer} to the input: no place on a log axis, so it has a row of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No finite number from layer {layer} to the input: shown in a row of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1: z is {z:.4g}, so the factor is {factor:.4g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers 1 to {last}: z stays at {z:.4g}, and the factor at {factor:.4g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers {first} to {last}: z settles at {z:.4g}, so the factor stays at {factor:.4g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from layer {first} on z alternates: {z:.4g} with factor {factor:.3g}, {other_z:.4g} with {other_factor:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}, the factor from {factor:.3g} to {last_factor:.3g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>z runs from {z:.4g} at layer 1 to {last_z:.4g} at layer {last}; the factor stays at {factor:.4g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no layer works at a finite z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers 1 to {layers} are in the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer 1 is in the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {layers} layers lie beyond ±{limit:g}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid does best at w = {w:.2g}, where {gradient:.2g} arrives. Past that it saturates: σ′ falls faster than w grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sigmoid: the larger w, the more arrives; {gradient:.3g} at w = {w:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal overflows at layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way forward a{layer} is beyond 1.8e308, the largest number of 64 bits, and is held as infinity. What comes after it is no longer a measurement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The signal is undefined from layer {layer} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way forward a{layer} is NaN, not a number: infinity met 0 or another infinity there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient overflows at layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way back the product grows beyond 1.8e308, the largest number of 64 bits: from layer {layer} to the input it is held as infinity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient is undefined from layer {layer} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way back the product at layer {layer} is NaN, not a number: infinity times 0 has no value. Every layer nearer the input inherits it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A weight of 0 cuts the chain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every factor is f′(z) · 0 = 0: the gradient is lost in the very first step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chain is dead at layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There z = {z:.4g}, and f′(z) is exactly 0. One factor of 0 makes the product 0, whatever the others are: from layer {layer} to the input nothing is left. Layers with a factor of 0: {count} of {layers}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient underflows at layer {layer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No factor is 0, but from layer {layer} on their product is below 5e-324, the smallest number of 64 bits, and is held as exactly 0. A layer passes on {average:.3g} on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left at layer 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{slope} is never above {steepest:.4g} and w is {w:.4g}, so a layer passes on {best:.4g} at most, here {average:.4g} on average. At depth {layers} that leaves {left:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A factor of {best:.4g} is possible, but the layers work where {slope} is small: at layer {layer}, z = {z:.4g} and {slope} = {at:.3g}. At depth {layers} that leaves {left:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Little is left at layer 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer passes on {average:.4g} on average. At depth {layers} that leaves {left:.3g}; deeper, less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that leaves {left:.4g} at layer 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1; deeper, more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gradient explodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer multiplies it by {average:.4g} on average. At depth {layers} that makes {left:.4g} at layer 1: one step of learning would throw its weight far away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign turns on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factors below 0: {count} of {layers}. The plot shows the gradient&apos;s size, the table its sign too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initialization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n_in: how many numbers enter each unit; W has one row for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n_out: how many units the layer has; W has one column for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU keeps half: {kept}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where f is nearly linear: {z}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 for every input, in every unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same column for every unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing reaches the layers below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after {depth} layers: {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why one s is not enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why 2 / (n + n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why 2 / n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why 1 / n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: W only turns a</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact: going back, W only turns δ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why at right angles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the spread matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme}: all units stay equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count} weights are 0: the {n_out} units compute the same and get the same gradient. Training moves them together, so the layer stays one unit in {n_out} copies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme}: nothing passes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one unit gives 0 for every input, and no gradient reaches the layers below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme}: the signal dies out with depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each such layer multiplies the signal by std W · √n_in = {factor:.3g}, with ReLU by {relu:.3g}. After {depth} layers at most {end:.1e} of it is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme}: the signal explodes with depth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each such layer multiplies the signal by std W · √n_in = {factor:.3g}, with ReLU by {relu:.3g}: {end:.1e} times after {depth} layers. Sigmoid and tanh saturate instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme} keeps the signal under ReLU.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From inputs with E[a²] = 1 it makes Var z = n_in · Var W = {forward:.2f}. ReLU throws away half of that: E[a²] = {kept:.2f} again, layer after layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme} keeps the signal for tanh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Var z = n_in · Var W · E[a²] = {forward:.2f}: as large as before, as units that are nearly linear around 0 need it. ReLU keeps half, {kept:.2f}: there the signal shrinks by {relu:.2f} per layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme} is a middle way, for tanh and Sigmoid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward n_in · Var W = {forward:.2f}, backward n_out · Var W = {backward:.2f}: their mean is 1. ReLU throws away half of the signal; {kept:.2f} of its variance is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{scheme}: the signal drifts from layer to layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward n_in · Var W = {forward:.2f}, backward n_out · Var W = {backward:.2f}. Each such layer multiplies the signal by {factor:.2f}, with ReLU by {relu:.2f}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is drawn yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each step draws one row of W: the {n_out} weights of one input. Press play, or → for one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance has no part in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every draw of {scheme} is the same, whatever the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean is {score:+.1f} standard errors off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance alone puts one draw in {odds:.0f} so far out. Watched row by row, one meets such a moment more often; a new draw shows whether it comes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard deviation is {score:+.1f} standard errors off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draw is within chance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two in three draws lie within ±1 standard error (SE), all but one in 370 within ±3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate changes during the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss as a function of two parameters. Choosing one moves the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard deviation of what is added to every gradient; one draw per step, the same for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Racers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimizer race</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All start at the same point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At ({x:.4g}, {y:.4g}) the loss is {loss:.4g}. Press play, or → for one step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} overflowed at step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its numbers grew beyond 1.8e308 and are infinite or undefined from there on: its path ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} diverges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = {rate:.4g} is above its stability limit {formula} = {limit:.4g} for the curvature λ = {curvature:.4g}. Every step leads further away; below the limit it would converge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} diverged at step {step}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since then its loss is more than {factor:,.0f} times that of the start. Try a smaller η.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} runs down for ever.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This surface has no lowest point: its loss is {loss:.4g} and goes on falling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} never settles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>η = {rate:.4g} is exactly its stability limit {formula} for λ = {curvature:.4g}: in that direction each step lands as far away on the other side. Below {limit:.4g} it converges; above, it diverges.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} has converged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been within {radius:.2g} of a minimum since step {step} at the latest; its loss is {loss:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} oscillates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along {axis} it turned round {turns} times in {window} steps; from one turn to the next the swing is multiplied by {factor:.3g}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} crawls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last steps are {pace:.2g} long and the nearest minimum is {distance:.3g} away: at this pace it needs {steps:,.0f} more steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} stands still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its last steps are only {pace:.1e} long, and the nearest global minimum is {distance:.3g} away: the gradient here, of size {gradient:.1e}, tells it nothing of that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{racer} is on its way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its loss has gone from {first:.4g} to {loss:.4g}; its last step was {pace:.2g} long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elliptic bowl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten times as steep along y as along x: what is safe for y is slow for x.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rosenbrock valley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A narrow, bent ravine: its floor is nearly flat and its walls are steep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat in the middle, with walls at the corners that throw a fast racer far away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four minima of equal depth: which one is reached depends on the start and the rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saddle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At the saddle point the gradient is zero, yet it is no minimum; the way down leads out along y.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A local minimum in every unit square: small steps stay in the first one they meet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly flat far out and full of dents; the minimum itself is a sharp point.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Six minima, only two of them lowest: a good-looking place may not be the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A ravine askew to the axes: a rate of its own for x and one for y cannot straighten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Far from the hollow the gradient all but vanishes: rules that follow its size stand still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} of {whose}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
