using MlMaths.Torch.Cli;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.EvaluationPack.Distributions;

/// <summary>What may be asked of <c>distributions</c>.</summary>
/// <param name="Counts">Conversions of visitors, before and after.</param>
/// <param name="Events">Events in periods, before and after.</param>
/// <param name="Rope">A difference of rates that is no larger would change no decision.</param>
/// <param name="Matters">A difference of rates that should not be missed.</param>
/// <param name="Days">How long a test runs, for whoever looks at it every day.</param>
/// <param name="IsStory">Whether the conversions are those of the made-up story.</param>
/// <param name="AreEventsStory">Whether the events are.</param>
/// <param name="Seed">Of every simulation.</param>
/// <param name="Quick">Fewer simulations.</param>
internal sealed record DistributionsOptions(
    TwoProportions Counts, TwoEventRates Events, double Rope, double Matters, int Days, bool IsStory, bool AreEventsStory,
    int Seed, bool Quick)
{
    private static readonly ProjectOption<GivenCounts?> BeforeOption = GivenCounts.Conversions("--before", "312/6400");

    private static readonly ProjectOption<GivenCounts?> AfterOption = GivenCounts.Conversions("--after", "370/6350");

    private static readonly ProjectOption<GivenCounts?> BeforeEventsOption = GivenCounts.Events("--before-events", "42/30");

    private static readonly ProjectOption<GivenCounts?> AfterEventsOption = GivenCounts.Events("--after-events", "61/30");

    private static readonly ProjectOption<double> RopeOption = ProjectOption.Number(
        "--rope", 0.002, "A difference of two conversion rates up to this size would change no "
        + "decision.", from: 0, to: 0.5);

    private static readonly ProjectOption<double> MattersOption = ProjectOption.Number(
        "--matters", 0.01, "A difference of two conversion rates that should not be missed.", from: 0.0001, to: 0.5);

    private static readonly ProjectOption<int> DaysOption = ProjectOption.WholeNumber(
        "--days", 28, "Days that a test runs, where somebody looks at it every day.", from: 2, to: 90);

    public static IReadOnlyList<ProjectOption> All { get; } =
        [BeforeOption, AfterOption, RopeOption, MattersOption, DaysOption, BeforeEventsOption, AfterEventsOption];

    /// <summary>So many in full, a tenth with <c>--quick</c>.</summary>
    public int Simulations(int full) => Quick ? full / 10 : full;

    public static DistributionsOptions Checked(ParsedOptions parsed)
    {
        (GivenCounts before, GivenCounts after) = Both(parsed, BeforeOption, AfterOption, new(312, 6400), new(370, 6350));
        (GivenCounts first, GivenCounts second) = Both(parsed, BeforeEventsOption, AfterEventsOption, new(42, 30), new(61, 30));
        double rope = parsed.Of(RopeOption), matters = parsed.Of(MattersOption);
        if (rope >= matters)
        {
            throw new UserMistakeException(
                $"--rope is {rope} and --matters {matters}: a difference that would change no decision must be smaller "
                + $"than one that should not be missed, so give a smaller --rope or a larger --matters.");
        }

        return new DistributionsOptions(
            new TwoProportions(before.Part, before.Whole, after.Part, after.Whole),
            new TwoEventRates(first.Part, first.Whole, second.Part, second.Whole),
            rope, matters, parsed.Of(DaysOption), parsed.Of(BeforeOption) is null,
            parsed.Of(BeforeEventsOption) is null, parsed.Common.Seed, parsed.Common.Quick);
    }

    // Half of a story and half of the user's own numbers would be a comparison of nothing.
    private static (GivenCounts, GivenCounts) Both(
        ParsedOptions parsed, ProjectOption<GivenCounts?> before, ProjectOption<GivenCounts?> after,
        GivenCounts storyBefore, GivenCounts storyAfter)
    {
        GivenCounts? first = parsed.Of(before), second = parsed.Of(after);
        if (first is null != second is null)
        {
            (ProjectOption given, ProjectOption missing) = first is null ? (after, before) : (before, after);
            throw new UserMistakeException($"{given.Name} was given without {missing.Name}: a change needs both, so give both or neither.");
        }

        return (first ?? storyBefore, second ?? storyAfter);
    }
}
