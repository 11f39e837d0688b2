using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision.Sections;

/// <summary>The note itself: one page that somebody can act on.</summary>
internal static class DecisionSection
{
    public static Section Of(DecisionFindings findings, Measurements measurements) => new(
        "What should be done?",
        [
            new Paragraph(Decision(findings, measurements)),
            new Paragraph($"**What it costs and saves**, per 10,000 rows, on {findings.Test.Count} test rows not "
                + $"used for any choice:"),
            new Bullets(Money(findings, measurements)),
            new Paragraph($"**What it is based on**"),
            new Bullets(Grounds(findings, measurements)),
            new Paragraph($"**What would change it**"),
            new Bullets([.. Changes(findings, measurements)]),
            new Paragraph($"**What is watched from now on**"),
            new Bullets([.. Watch(findings, measurements)]),
        ],
        Conclusion(findings));

    private static MarkdownText Decision(DecisionFindings findings, Measurements measurements)
    {
        string positive = $"{findings.Data.Rows.TargetName} = {findings.Data.Target.PositiveLabel}";
        ConfusionMatrix flags = findings.Cost.Flags;
        MarkdownText counts = MarkdownText.Of(
            $"Of 10,000 rows that is about {Frequencies.Of(flags.PredictedPositive, flags.Rows)} flagged rows: "
            + $"{Frequencies.Of(flags.TruePositives, flags.Rows)} of {Frequencies.Of(flags.Positives, flags.Rows)} "
            + $"rows with {positive} are found, {Frequencies.Of(flags.FalseNegatives, flags.Rows)} missed, "
            + $"and {Frequencies.Of(flags.FalsePositives, flags.Rows)} others flagged needlessly.");
        MarkdownText rule = MarkdownText.Of(
            $"Flag every row whose probability of *{positive}* is at least "
            + $"{measurements["threshold.chosen"].ValueText}");
        return WithoutModel(findings).SavedByChosen switch
        {
            { Low: > 0 } => MarkdownText.Of($"**{rule}.** {counts}"),
            { High: < 0 } => MarkdownText.Of(
                $"**Do not use the model at these costs: "
                + $"{NameOf(WithoutModel(findings))} is cheaper.** The best threshold would be: {rule}. {counts}"),
            _ => MarkdownText.Of(
                $"**{rule}, on trial:** {NotEnough.ToSay(
                    WithoutModel(findings).SavedByChosen, $"whether this is cheaper than {NameOf(WithoutModel(findings))}", "saving",
                    "units per 10,000 rows")}. {counts}"),
        };
    }

    private static MarkdownText[] Money(DecisionFindings findings, Measurements measurements) =>
    [
        MarkdownText.Of($"It costs {Short(measurements["cost.chosen"])}."),
        MarkdownText.Of(
            $"Against {NameOf(WithoutModel(findings))}, the cheaper policy without a model, "
            + $"it {Saves(measurements[CostMeasurements.SavedAgainstNoModel(findings.Cost)])}."),
        MarkdownText.Of($"Against a threshold of ½, it {Saves(measurements["saved.against_at_half"])}."),
        findings.Cost.IsTruthKnown
            ? MarkdownText.Of($"With the true probabilities the cost would be {Short(measurements["cost.oracle"])}.")
            : MarkdownText.Of(
                $"The cheapest threshold in hindsight would have cost {Short(measurements["cost.oracle"])}; "
                + $"it was found on these very rows, so it is too optimistic."),
    ];

    /// <summary>What is said of 10,000 rows anyway need not be said with each number.</summary>
    private static Measurement Short(Measurement money) => money with { Unit = "units" };

    private static MarkdownText Saves(Measurement given) => Short(given) switch
    {
        { Low: > 0 } saved => MarkdownText.Of($"saves {saved}"),
        { High: < 0 } saved => MarkdownText.Of($"saves {saved}: it costs more"),
        { Low: not null } saved => MarkdownText.Of(
            $"saves {saved}; the interval includes 0, {NotEnough.ToSay(saved, "which is cheaper", "saving")}"),
        { } saved => MarkdownText.Of($"saves {saved}"),
    };

    private static MarkdownText[] Grounds(DecisionFindings findings, Measurements measurements)
    {
        ErrorCosts costs = findings.Costs;
        MarkdownText amounts = findings.Test.Amounts is null ? MarkdownText.Empty : MarkdownText.Of($" times the amount of the row");
        CalibrationNullBand calibration = findings.OnTest.Of(findings.Choice.Best.Model, findings.Choice.Best.Kind).CalibrationError;
        return
        [
            MarkdownText.Of(
                $"Costs, as given: a miss {costs.Miss:0.####}{amounts}, a false alarm {costs.FalseAlarm:0.####}, "
                + $"a review of any flagged row {costs.Review:0.####}. Nothing else is counted."),
            MarkdownText.Of(
                $"Probabilities from *{findings.Choice.Name}*, chosen on validation rows. "
                + $"Their calibration error on test rows, {measurements["test.ece"]}, is "
                + $"{(calibration.Observed > calibration.High ? "more than chance explains" : "no more than chance explains")}."),
            MarkdownText.Of(
                $"A base rate of {measurements["baseline.rate"]}. Of the {findings.Test.Positives} positive test rows "
                + $"the chosen threshold finds a share of {measurements["test.recall"]}."),
        ];
    }

    private static IEnumerable<MarkdownText> Changes(DecisionFindings findings, Measurements measurements)
    {
        if (findings.Cost.Region is { IsWorthAsking: true, Low: not null })
        {
            yield return MarkdownText.Of(
                $"The model is worth using while the base rate lies between "
                + $"{measurements["region.rate_from"].ValueText} and {measurements["region.rate_to"].ValueText} at "
                + $"these costs, if the threshold moves with it; below that flag nothing, above it flag everything.");
        }
        else if (findings.Cost.Region is { Low: not null })
        {
            yield return MarkdownText.Of(
                $"On the test rows the model is not worth using at these costs. It would be at a base rate between "
                + $"{measurements["region.rate_from"].ValueText} and {measurements["region.rate_to"].ValueText}.");
        }
        yield return MarkdownText.Of(
            $"Other costs: the threshold follows them as (false alarm + review) / (false alarm + miss), "
            + $"and follows `--cost-miss`, `--cost-false-alarm` and `--cost-review`.");
        if (findings.Cost.Capacity is not null)
            yield return MarkdownText.Of($"A limit on the number of reviews: it costs {Short(measurements["capacity.price"])} here.");
        foreach (string odd in findings.Cost.Oddities)
            yield return odd;
    }

    private static IEnumerable<MarkdownText> Watch(DecisionFindings findings, Measurements measurements)
    {
        MonitorFindings monitor = findings.Monitor;
        yield return MarkdownText.Of(
            $"The mean probability of each {monitor.Windows.Unit}. The alarm goes off by mistake in a share of "
            + $"{measurements["alarm.false_rate"]} of {monitor.Windows.Unit}s in which nothing has changed.");
        if (monitor.FirstAlarm is not { } first)
        {
            yield return MarkdownText.Of(
                $"In the {monitor.Each.Count} {monitor.Windows.Unit}s "
                + $"{(monitor.Windows.Pool is null ? "that followed" : "that were drawn")} it did not go off.");
            yield break;
        }

        yield return MarkdownText.Of(
            $"It first went off in {first.Window.Name}. In the last window, {monitor.Each[^1].Window.Name}, "
            + $"the base rate was estimated without labels at {measurements["shift.estimated_rate"]}; "
            + $"the labels, which came later, said {measurements["shift.true_rate"]}.");
        yield return MarkdownText.Of(
            $"Per 10,000 rows after that alarm, "
            + $"moving the threshold with the estimate {Saves(measurements["shift.saved"])}.");
        if (Drift(monitor) is { } drift)
            yield return drift;
    }

    /// <summary>Drift that stays is drift; in one window of a hundred it comes by chance.</summary>
    private static MarkdownText? Drift(MonitorFindings monitor)
    {
        MonitoredWindow[] stays = [.. monitor.Each.Reverse().TakeWhile(window => window.Drifted.Count > 0).Reverse()];
        if (stays.Length > 1)
        {
            string columns = string.Join(", ", stays.SelectMany(window => window.Drifted).Select(column => column.Column).Distinct());
            return MarkdownText.Of(
                $"From {stays[0].Window.Name} on, something changes that a new base rate does not explain ({columns}): "
                + $"from then on do not trust the estimate, and train the model again.");
        }

        MonitoredWindow[] once = [.. monitor.Each.Where(window => window.Drifted.Count > 0)];
        return once.Length == 0
            ? null
            : MarkdownText.Of(
                $"In {string.Join(", ", once.Select(window => window.Window.Name))} something changed that a new base rate "
                + $"does not explain, but it did not last. "
                + $"By chance alone that happens in one {monitor.Windows.Unit} in a hundred.");
    }

    private static MarkdownText Conclusion(DecisionFindings findings) => WithoutModel(findings).SavedByChosen switch
    {
        { Low: > 0 } => MarkdownText.Of($"Do it, and watch it."),
        { High: < 0 } => MarkdownText.Of($"Not at these costs."),
        _ => MarkdownText.Of($"On trial, until more rows decide it."),
    };

    private static PolicyCost WithoutModel(DecisionFindings findings) => findings.Cost.CheaperWithoutModel;

    private static string NameOf(PolicyCost policy) => policy.Policy.Kind == PolicyKind.None ? "flagging nothing" : "flagging everything";
}
