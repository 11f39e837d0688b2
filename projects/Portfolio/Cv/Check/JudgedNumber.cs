using MlMaths.Torch.Portfolio.Cv.Check.Reading;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>A number of a CV, and what runs say of it.</summary>
/// <param name="Passage">The sentence.</param>
/// <param name="Text">The number, or the words that claim something without one.</param>
/// <param name="Verdict">What is said of it.</param>
/// <param name="Nearest">The measurement that it was compared with; null where none has that name.</param>
/// <param name="Run">The name of the folder of its run.</param>
/// <param name="Why">A clause, where the verdict alone does not say it; empty otherwise.</param>
internal sealed record JudgedNumber(
    CvPassage Passage, string Text, CvVerdict Verdict, Measurement? Nearest, string Run, string Why = "")
{
    /// <summary>Where in its sentence it stands; −1 of words.</summary>
    public int At { get; init; } = -1;

    /// <summary>Measurements of that name, which do not decide it.</summary>
    public IReadOnlyList<KnownNumber> LookedAt { get; init; } = [];
}
