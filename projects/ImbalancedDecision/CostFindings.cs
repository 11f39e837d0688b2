using MlMaths.Torch.Evaluation;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>
/// Where to call, chosen on validation rows; what that costs on test rows, beside every other way; and what would
/// change it.
/// </summary>
/// <param name="Costs">What is paid on the test rows.</param>
/// <param name="TypicalCosts">The same with the average amount that a miss loses in place of 1: what one threshold for
/// all rows goes by.</param>
/// <param name="Threshold">Chosen on the validation rows.</param>
/// <param name="Policies">On the test rows, per 10,000 of them; the chosen one first.</param>
/// <param name="Capacity">The limit on calls that was asked for, on the test rows; null without one.</param>
/// <param name="Limits">What other limits would cost.</param>
/// <param name="Region">Base rates and costs for which the model is worth using, on the test rows; null where there is
/// no such plane.</param>
/// <param name="Flags">Of the policy that is followed, on the test rows.</param>
/// <param name="IsTruthKnown">Whether the oracle knows the true probabilities, or else only the cheapest threshold in hindsight.</param>
internal sealed record CostFindings(
    RowCosts Costs, ErrorCosts TypicalCosts, CostThreshold Threshold, IReadOnlyList<PolicyCost> Policies, CapacityPlan? Capacity,
    IReadOnlyList<CapacityPlan> Limits, DecisionRegion? Region, ConfusionMatrix Flags, bool IsTruthKnown)
{
    private const int Recalibrations = 400;

    /// <summary>Chooses on the first rows and judges on the others.</summary>
    /// <param name="validation">With amounts if the test rows have them.</param>
    /// <param name="test">Scored once.</param>
    /// <param name="costs">Checked by <see cref="CostSense"/>.</param>
    /// <param name="options">Capacity and resamples.</param>
    /// <param name="seed">Of everything that is drawn.</param>
    public static CostFindings Of(ScoredRows validation, ScoredRows test, ErrorCosts costs, DecisionOptions options, int seed)
    {
        var validationCosts = new RowCosts(validation.Labels, costs, validation.Amounts);
        var threshold = CostThreshold.Choose(
            validationCosts, validation.Probabilities, seed, options.Resamples, Math.Min(Recalibrations, options.Resamples / 2));
        var testCosts = new RowCosts(test.Labels, costs, test.Amounts);
        ThresholdCounts counts = test.Ranked.Counts;
        ErrorCosts typical = Typical(costs, validation);
        IReadOnlyList<DecisionPolicy> policies = DecisionPolicy.All(testCosts, test.Probabilities, threshold, test.Truth);
        bool[] wanted = policies[0].Flags;
        CapacityPlan? asked = options.Capacity is int places ? Plan(places) : null;
        if (asked is { FullUnits: > 0 })
        {
            policies =
            [
                new DecisionPolicy(PolicyKind.Chosen, null, asked.Flags),
                policies[0] with { Kind = PolicyKind.Unlimited }, .. policies.Skip(1),
            ];
        }

        return new CostFindings(
            testCosts, typical, threshold, PolicyCost.Of(testCosts, policies), asked,
            [.. OtherLimits(wanted.Count(flag => flag), test).Select(Plan)],
            DecisionRegion.From(counts, (double)validation.Positives / validation.Count, typical),
            Counted(test.Labels, policies[0].Flags), test.Truth is not null);

        CapacityPlan Plan(int most) => CapacityPlan.For(testCosts, test.Probabilities, wanted, test.Times, most);
    }

    /// <summary>The cost of a policy; null where it was not tried.</summary>
    public PolicyCost? this[PolicyKind kind] => Policies.FirstOrDefault(policy => policy.Policy.Kind == kind);

    /// <summary>The policy that is followed: the chosen threshold, within the limit on reviews where one binds.</summary>
    public PolicyCost Chosen => Policies[0];

    /// <summary>Whether the limit that was asked for leaves rows out, so that the policy is a rank and no threshold.</summary>
    public bool IsLimited => Capacity is { FullUnits: > 0 };

    /// <summary>What a place is counted in: the column of times, or so many rows.</summary>
    public string Period { get; init; } = "unit of time";

    /// <summary>What the note orders.</summary>
    public NoteVerdict Verdict => Flags.PredictedPositive == 0 || Flags.PredictedNegative == 0
        ? NoteVerdict.NoModelNeeded
        : CheaperWithoutModel.SavedByChosen switch
        {
            { Low: > 0 } => NoteVerdict.Use,
            { High: < 0 } => NoteVerdict.DoNotUse,
            { Value: < 0 } => NoteVerdict.NotShown,
            _ => NoteVerdict.OnTrial,
        };

    /// <summary>The best that could be done: by the truth where it is known, else by the cheapest threshold in hindsight.</summary>
    public PolicyCost Oracle => this[PolicyKind.Oracle] ?? this[PolicyKind.BestInHindsight]!;

    /// <summary>The cheaper of those who need no model; a limit that binds leaves no room for flagging everything.</summary>
    public PolicyCost CheaperWithoutModel =>
        IsLimited || this[PolicyKind.None]!.Cost.Value <= this[PolicyKind.All]!.Cost.Value ? this[PolicyKind.None]! : this[PolicyKind.All]!;

    /// <summary>What is odd about the costs, a sentence each.</summary>
    public IReadOnlyList<string> Oddities =>
        CostSense.Oddities(Costs.Costs, Costs.Costs.Miss > 0 ? TypicalCosts.Miss / Costs.Costs.Miss : 1);

    // p* = (FalseAlarm + Review) / (FalseAlarm + a Miss) at the amount a of a miss as the validation rows expect it.
    private static ErrorCosts Typical(ErrorCosts costs, ScoredRows validation)
    {
        if (validation.Amounts is not { } amounts) return costs;
        double expected = validation.Probabilities.Sum();
        double amount = expected > 0 ? validation.Probabilities.Zip(amounts, (p, a) => p * a).Sum() / expected : 1;
        return new ErrorCosts(costs.Miss * amount, costs.FalseAlarm) { Review = costs.Review };
    }

    /// <summary>By which name a policy of these findings stands in tables, figures and labels.</summary>
    public string NameOf(PolicyKind kind) => kind == PolicyKind.Chosen && IsLimited
        ? $"chosen, at most {PlacesText}"
        : CostMeasurements.NameOf(kind);

    /// <summary>The limit in words: <c>40 per week</c>, <c>40 per 1,000 rows</c>.</summary>
    public string PlacesText => Capacity is { } limit ? $"{NumberText.Count(limit.Places)} per {PerWords}" : "any number";

    /// <summary>What a place is counted in, behind “per”.</summary>
    public string PerWords => Limits.Concat(Capacity is { } asked ? [asked] : []).Any(plan => plan.HasTime)
        ? Period
        : $"{NumberText.Count(CapacityPlan.RowsWithoutTime)} rows";

    private static ConfusionMatrix Counted(bool[] labels, bool[] flags)
    {
        long found = labels.Zip(flags).LongCount(row => row.First && row.Second),
            flagged = flags.LongCount(flag => flag), positives = labels.LongCount(label => label);
        return new ConfusionMatrix(found, flagged - found, positives - found, labels.Length - flagged - positives + found);
    }

    // An eighth, a quarter and a half of the calls that the threshold makes on average.
    private static IEnumerable<int> OtherLimits(int flags, ScoredRows test)
    {
        double units = test.Times?.Distinct().Count() ?? (double)test.Count / CapacityPlan.RowsWithoutTime;
        return new[] { 8.0, 4, 2 }.Select(part => (int)Math.Round(flags / units / part)).Where(places => places > 0).Distinct();
    }
}

/// <summary>What the note orders: one rule, which its first sentence, its money, its region and its last words are written from.</summary>
internal enum NoteVerdict
{
    /// <summary>Follow the model: it is cheaper than the best way without one, by the whole interval.</summary>
    Use,

    /// <summary>Follow the model on trial: on these rows it is not dearer, and the interval includes 0.</summary>
    OnTrial,

    /// <summary>Do without until more rows decide: on these rows the model costs more, and the interval includes 0.</summary>
    NotShown,

    /// <summary>Do without: the model costs more, by the whole interval.</summary>
    DoNotUse,

    /// <summary>Do without: the chosen threshold flags every row, or none.</summary>
    NoModelNeeded,
}
