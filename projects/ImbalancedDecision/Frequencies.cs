using MlMaths.Torch.Evaluation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.ImbalancedDecision;

/// <summary>
/// Counts per 10,000 rows: people judge “99 of 10,000” better than “0.99 %” (G. Gigerenzer, U. Hoffrage, 1995,
/// Psychological Review 102:684–704). The parts add up as written: found and missed are the positives, found and false alarms are
/// the flags, and both are whole.
/// </summary>
/// <param name="Positives">Of 10,000 rows.</param>
/// <param name="Flagged">Of 10,000 rows.</param>
/// <param name="Found">Of the positives.</param>
internal readonly record struct Frequencies(long Positives, long Flagged, long Found)
{
    public const int Rows = 10_000;

    public long Missed => Positives - Found;

    public long FalseAlarms => Flagged - Found;

    /// <summary>As if there were 10,000 rows. A difference of two rounded counts may be one off; no part is negative.</summary>
    public static Frequencies Of(ConfusionMatrix flags)
    {
        long positives = Whole(flags.Positives, flags.Rows), flagged = Whole(flags.PredictedPositive, flags.Rows);
        return new(positives, flagged, Math.Min(Whole(flags.TruePositives, flags.Rows), Math.Min(positives, flagged)));
    }

    /// <summary>A count among rows, as if there were 10,000.</summary>
    public static long Whole(long count, long among) => (long)Math.Round((double)Rows * count / among);

    /// <summary>Found, missed, false alarms: cells of a table.</summary>
    public IReadOnlyList<MarkdownText> Cells => [$"{Found:#,0}", $"{Missed:#,0}", $"{FalseAlarms:#,0}"];
}
