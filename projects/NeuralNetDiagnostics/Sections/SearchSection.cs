using MlMaths.Torch.Figures;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.NeuralNetDiagnostics.Sections;

/// <summary>Which settings, found under a stated budget.</summary>
internal static class SearchSection
{
    private const int Shown = 10;

    public static Section Of(NetFindings findings, Measurements measurements)
    {
        if (findings.Search is not { } search)
        {
            return new Section(
                "Which settings?", [new Paragraph($"No search was made: every setting was fixed, or the budget was 0 "
                + $"(`--search`).")],
                $"The final net is {findings.Final.Recipe}.");
        }

        SearchResult halving = search.Halving, random = search.Random;
        int epochs = search.Tuned.Epochs;
        return new Section(
            "Which settings?",
            [
                new Paragraph(
                    $"The search had a budget of {findings.Options.SearchBudget:#,0} epochs, fixed beforehand: "
                    + $"{epochs} for the recipe as it was, and half of the rest for each of two ways. "
                    + $"**Random search** trains {random.Trials.Count} candidates to the end, {epochs} epochs each. "
                    + $"**Successive halving** begins {halving.Trials.Count} candidates with {halving.Rungs[0].Epochs} "
                    + $"epoch{(halving.Rungs[0].Epochs == 1 ? "" : "s")} each; the best third "
                    + $"continues from its checkpoint to three times as many, and so on: "
                    + $"{string.Join(", ", halving.Rungs.Select(rung =>
                        FormattableString.Invariant($"{rung.Candidates} to {rung.Epochs}")))}"
                    + $". Spent in total: {measurements["search.epochs"]:value}."),
                new FigureBlock(
                    SearchFigure.Draw("search-halving", [.. halving.Trials.Select(trial => Curve(trial, halving))]),
                    $"Every candidate of the halving: its lowest validation loss so far against the epochs that it was "
                    + $"given. Most are stopped early, so that the few that look good can be trained to the end. "
                    + $"A candidate that starts slowly and would end well is lost: that is the risk."),
                new Table(
                    $"The {Math.Min(Shown, random.Trials.Count + halving.Trials.Count)} best of "
                    + $"{random.Trials.Count + halving.Trials.Count} candidates; all of them are in `search.csv`.",
                    ["Way", .. halving.Space.Axes.Select(axis => (MarkdownText)axis.Name), "Epochs", "Validation loss"],
                    [.. Ranked(search).Take(Shown).Select(Row)]),
                new Paragraph(
                    $"What the search shows about each setting, from the {halving.Trials.Count} candidates after the first "
                    + $"rung ({Counted.Of(halving.Rungs[0].Epochs, "epoch")}):"),
                new Bullets([.. halving.AxisReadings.Select(reading => (MarkdownText)reading.Sentence)]),
                new Paragraph(
                    $"The final net is trained as its candidate was, for {findings.Final.Recipe.Epochs} epochs, and keeps the weights of "
                    + $"the same epoch: {findings.Final.ValidationLoss:0.0000}. That loss was chosen for being low; test rows have the "
                    + $"last word, once, and on the final net alone.{Unproven(findings)}"),
            ],
            $"The choice is {findings.Final.Recipe}, from {search.From}: "
            + $"the least validation loss of all, {measurements["search.best_loss"]:value}, where the recipe before "
            + $"the search had {search.TunedLoss:0.0000}. The best of many looks better than it is: what the search gained on new rows "
            + $"is not known.");
    }

    // A candidate wins as a whole; which of its settings it owes that to is another question.
    private static MarkdownText Unproven(NetFindings findings)
    {
        (double Strength, bool IsBetter, string Name)[] brakes =
        [
            (findings.Final.Recipe.Dropout, findings.Regularisation.DropoutReading.IsBetter, "dropout"),
            (findings.Final.Recipe.Penalty, findings.Regularisation.PenaltyReading.IsBetter, "penalty"),
        ];
        string[] open = [.. brakes.Where(one => one.Strength > 0 && !one.IsBetter).Select(one => one.Name)];
        return open.Length == 0
            ? MarkdownText.Empty
            : MarkdownText.Of(
                $" It comes with {string.Join(" and ", open)}, and no strength of {(open.Length == 1 ? "it" : "either")} was "
                + $"shown to be better than none by itself (see above).");
    }

    private static SearchCurve Curve(SearchTrial trial, SearchResult result) => new(
        trial.Candidate.ToString(), [.. result.Rungs.Take(trial.Losses.Count).Select(rung => rung.Epochs)],
        [.. trial.Losses.Select(loss => loss ?? double.NaN)], trial == result.Best);

    private static IEnumerable<(string Way, SearchTrial Trial)> Ranked(SearchFindings search) =>
        search.Random.Trials.Select(trial => ("random", trial)).Concat(search.Halving.Trials.Select(trial => ("halving", trial)))
            .Where(trial => trial.trial.Loss is not null).OrderBy(trial => trial.trial.Loss);

    private static IReadOnlyList<MarkdownText> Row((string Way, SearchTrial Trial) one) =>
        [one.Way, .. one.Trial.Candidate.Cells.Select(cell => (MarkdownText)cell), $"{one.Trial.Epochs}", $"{one.Trial.Loss:0.0000}"];
}
