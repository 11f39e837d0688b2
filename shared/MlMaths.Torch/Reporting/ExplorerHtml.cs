using System.Globalization;
using System.Net;
using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.Reporting;

/// <summary>
/// Writes the explorer as HTML: its dials and tables, its data, and its script. It is the one place of a page that is not made
/// from Markdown, so whatever the data say is encoded here. The script is the same on every page; the page allows that script
/// alone, by its hash.
/// </summary>
internal static class ExplorerHtml
{
    /// <summary>Of the element; no heading has it, as no heading begins with x-.</summary>
    public const string Id = "x-explorer";

    private const int LongestName = 40;

    private static readonly Lazy<string> Script = new(ReadScript);

    /// <summary>What the content security policy of a page with an explorer allows to run.</summary>
    public static string ScriptSource => HtmlReport.SourceOf(Script.Value);

    public static string Of(ExplorerBlock block) => Of(block, ThinnedCounts.Of(block.Counts, block.Threshold));

    private static string Of(ExplorerBlock block, ThinnedCounts counts) => $"""
        <section class="explorer" id="{Id}" aria-label="Explorer">
        <p class="explorer-off">With scripts enabled you could move the threshold, the costs and the base rate here.
        The script did not run; the figures and tables of this page do not need it.</p>
        <div class="explorer-on" hidden>
        <div class="explorer-dials">
        {Dial("threshold", "Threshold", $"a score of at least this is flagged; {Steps(block, counts)}")}
        {Dial("base-rate", "Base rate (%)", "share of positives among the rows")}
        {Dial("miss", "Cost of a miss", "for each missed positive")}
        {Dial("alarm", "Cost of a false alarm", "for each false alarm")}
        {Dial("review", "Cost of a review", "for each flagged row, right or wrong")}
        <p class="explorer-buttons"><button type="button" id="x-cheapest">Go to the cheapest</button>
        <button type="button" id="x-back">Back to the note’s decision</button></p>
        </div>
        <p class="explorer-said" id="x-said"></p>
        <p class="explorer-heard" role="status" aria-live="polite" id="x-heard"></p>
        <div class="explorer-tables">
        {Counts(Name(block.Positive), Name(block.Negative))}
        {Measures}
        </div>
        <div class="explorer-curves">
        {Curve("pr", "Precision against recall, with the chosen and the cheapest threshold marked.")}
        {Curve("roc", "ROC curve, with the chosen and the cheapest threshold marked.")}
        {Curve("cost", "Cost of 10,000 rows against the threshold, with the chosen and the cheapest one marked.")}
        </div>
        </div>
        <script type="application/json" id="x-data">{ExplorerData.Of(block, counts).ToJson()}</script>
        <script>{Script.Value}</script>
        </section>

        """;

    /// <summary>Between two of its steps a threshold goes to the higher one: it calls no row that was not asked for.</summary>
    private static string Steps(ExplorerBlock block, ThinnedCounts counts) => counts.IsWhole
        ? "between two scores it snaps to the higher one"
        : string.Create(CultureInfo.InvariantCulture,
            $"it snaps to {counts.Thresholds.Count - 1:N0} of the {block.Counts.Thresholds.Count:N0} distinct scores, "
            + $"the cheapest for any costs among them");

    private const string Measures = """
        <table aria-label="Measures here and at the cheapest threshold">
        <thead><tr><th scope="col">Measure</th><th scope="col">● here</th><th scope="col">◇ cheapest</th></tr></thead>
        <tbody>
        <tr><th scope="row">Threshold</th><td id="x-here-threshold"></td><td id="x-best-threshold"></td></tr>
        <tr><th scope="row">Precision</th><td id="x-here-precision"></td><td id="x-best-precision"></td></tr>
        <tr><th scope="row">Recall</th><td id="x-here-recall"></td><td id="x-best-recall"></td></tr>
        <tr><th scope="row">Specificity</th><td id="x-here-specificity"></td><td id="x-best-specificity"></td></tr>
        <tr><th scope="row">Share flagged</th><td id="x-here-share"></td><td id="x-best-share"></td></tr>
        <tr><th scope="row">Cost per 10,000</th><td id="x-here-cost"></td><td id="x-best-cost"></td></tr>
        </tbody>
        </table>
        """;

    private static string Counts(string positive, string negative) => $"""
        <table aria-label="Flags against labels, of 10,000 rows">
        <thead><tr><th scope="col">Of 10,000 rows</th><th scope="col">flagged</th>
        <th scope="col">not flagged</th><th scope="col">all</th></tr></thead>
        <tbody>
        <tr><th scope="row">{positive}</th><td><span id="x-found"></span> <small>found</small></td>
        <td><span id="x-missed"></span> <small>missed</small></td>
        <td id="x-positives"></td></tr>
        <tr><th scope="row">{negative}</th><td><span id="x-alarms"></span> <small>false alarms</small></td>
        <td><span id="x-left"></span> <small>left alone</small></td>
        <td id="x-negatives"></td></tr>
        <tr><th scope="row">all</th><td id="x-called"></td><td id="x-uncalled"></td><td>10,000</td></tr>
        </tbody>
        </table>
        """;

    private static string Dial(string name, string label, string meaning) => $"""
        <div class="explorer-dial"><label for="x-{name}-slider">{label}</label><input type="number"
        id="x-{name}" step="any" min="0" inputmode="decimal" autocomplete="off" aria-label="{label}, typed"><input type="range"
        id="x-{name}-slider" aria-describedby="x-{name}-meaning"><small id="x-{name}-meaning">{meaning}</small></div>
        """;

    private static string Curve(string name, string altText) => $"""
        <figure><svg id="x-{name}" viewBox="0 0 320 280" role="img" aria-label="{altText}"></svg><figcaption
        id="x-{name}-caption"></figcaption></figure>
        """;

    /// <summary>The user's word, harmless, on one line, and not longer than a table bears.</summary>
    private static string Name(string word)
    {
        string line = HarmlessText.Line(word).Trim();
        return WebUtility.HtmlEncode(line.Length <= LongestName ? line : line[..LongestName].TrimEnd() + "…");
    }

    private static string ReadScript()
    {
        using Stream script = typeof(ExplorerHtml).Assembly.GetManifestResourceStream("Reporting/explorer.js")
            ?? throw new InvalidOperationException("The script Reporting/explorer.js is not part of this build.");
        using StreamReader reader = new(script);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
