using MlMaths.Torch.Portfolio.Viva.Keys;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Viva.Templates;

/// <summary>Can you claim it? The rule is the one of the CV: an interval that is clear of zero.</summary>
internal static class IntervalChoice
{
    /// <summary>The question; null where the number has no interval.</summary>
    /// <param name="run">That measured it.</param>
    /// <param name="id">A difference whose good side is above zero.</param>
    /// <param name="found">Goes on with the number.</param>
    /// <param name="claim">What one would like to say.</param>
    public static Question? Of(AskedRun run, string id, string found, string claim)
    {
        Measurement measured = run.Measured(id);
        if (measured is not { Low: { } low, High: { } high } || low == high) return null;
        string[] answers =
        [
            "Yes: the whole interval lies above zero.",
            "No: zero lies inside the interval, so the rows leave the sign open.",
            "No: the whole interval lies below zero, so the opposite was found.",
            measured.Value > 0
                ? "Yes: the estimate is above zero, and that decides."
                : "No: an estimate that is not above zero decides, whatever the interval.",
        ];
        int right = low > 0 ? 0 : high < 0 ? 2 : 1;
        return new(
            $"{found} {run.SayWhole(id)}. Can you claim that {claim}?",
            ChoiceKey.Of(run.Chance, answers[right], [.. answers.Where((_, i) => i != right)]),
            "Look at both ends of the interval.",
            $"The interval goes from {measured.RangeText}.",
            new(
                "Is no evidence of a difference the same as evidence of none?",
                "No. To say that two are practically equal, the whole interval must lie within what would change no decision."));
    }
}
