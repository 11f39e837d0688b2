using MlMaths.Torch.Portfolio.History;

namespace MlMaths.Torch.Portfolio.CompareRuns;

/// <summary>A run against the first one, on the test rows that both judged.</summary>
/// <param name="First">That is compared with.</param>
/// <param name="Second">The other.</param>
/// <param name="Effect">What the second is better by, or why the two cannot be paired.</param>
internal sealed record ComparedPair(ComparedRun First, ComparedRun Second, Effect Effect)
{
    public static ComparedPair Of(ComparedRun first, ComparedRun second) => new(first, second, Effect.Of(first.Past, second.Past));

    /// <summary>As a table calls it.</summary>
    public string Name => $"{Second.Letter} against {First.Letter}";

    /// <summary>What can be said, as a sentence that claims no more than the interval.</summary>
    public string Sentence => Effect.Turn switch
    {
        Turn.NotComparable => $"{Second.Letter} and {First.Letter} cannot be paired: {Effect.WhyNot}.",
        Turn.Same => $"{Second.Letter} and {First.Letter} scored the {Counted.Of(Effect.Rows, "test row")} that both judged alike.",
        Turn.Better => $"{Second.Letter} is better than {First.Letter} by {Effect.Measure}: a gain of {Effect.Said}{Rows}.",
        Turn.Worse => $"{Second.Letter} is worse than {First.Letter} by {Effect.Measure}: a gain of {Effect.Said}{Rows}.",
        _ => $"Whether {Second.Letter} or {First.Letter} is better by {Effect.Measure}, the rows leave open: "
            + $"a gain of {Effect.Said}{Rows}.",
    };

    /// <summary>The same in a word or two.</summary>
    public string Verdict => Effect.Turn switch
    {
        Turn.NotComparable => "not paired",
        Turn.Same => "the same scores",
        Turn.Better => "better",
        Turn.Worse => "worse",
        _ => "left open",
    };

    private string Rows => $", paired over {Counted.Of(Effect.Rows, "test row")}";
}
