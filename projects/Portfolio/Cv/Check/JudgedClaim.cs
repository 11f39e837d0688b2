using MlMaths.Torch.Portfolio.Cv.Check.Reading;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>An item of a list, or a sentence: its parts, and the worst that is said of them.</summary>
/// <param name="Passages">Its sentences.</param>
/// <param name="Parts">Its numbers and words.</param>
internal sealed record JudgedClaim(IReadOnlyList<CvPassage> Passages, IReadOnlyList<JudgedNumber> Parts)
{
    // The worst first.
    private static readonly CvVerdict[] Order =
    [
        CvVerdict.RunWasChanged, CvVerdict.RunIsGone, CvVerdict.NoRunSays, CvVerdict.StrongerThanInterval, CvVerdict.FromTrainingRows,
        CvVerdict.RoundedTooKindly, CvVerdict.NotJudged, CvVerdict.Supported,
    ];

    /// <summary>Where it begins.</summary>
    public int Line => Passages[0].Line;

    /// <summary>As it is written, without its markup.</summary>
    public string Text => string.Join(' ', Passages.Select(one => one.Text));

    /// <summary>The worst of its parts.</summary>
    public CvVerdict Verdict => Parts.Select(one => one.Verdict).MinBy(one => Array.IndexOf(Order, one));
}
