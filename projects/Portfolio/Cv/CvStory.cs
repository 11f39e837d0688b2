using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>What one run has to tell, in three lengths.</summary>
/// <param name="About">What the story is about, for who is told that it was withheld.</param>
/// <param name="Brief">At most 12 words.</param>
/// <param name="Medium">At most 25 words.</param>
/// <param name="Full">At most 40 words.</param>
internal sealed record CvStory(string About, Claim Brief, Claim Medium, Claim Full)
{
    /// <summary>Why none of the three may be told, whatever their own numbers allow; null where nothing is against it.</summary>
    public CvRefusal? Refused { get; init; }

    /// <summary>The number that <see cref="Refused"/> is about.</summary>
    public Measurement? RefusedFor { get; init; }

    /// <summary>The three, with the most words that each may have.</summary>
    public IReadOnlyList<(int Words, Claim Claim)> Lengths => [(12, Brief), (25, Medium), (40, Full)];

    /// <summary>This story, told only if one number beats another.</summary>
    public CvStory IfBeats(Measurement measurement, Measurement baseline) => Refused is not null
        ? this
        : this with { Refused = CvRules.NotBeaten(measurement, baseline), RefusedFor = measurement };

    /// <summary>This story, told only if the whole interval of a number lies above a boundary.</summary>
    public CvStory IfAbove(Measurement measurement, double boundary) => Refused is not null || measurement.Low > boundary
        ? this
        : this with { Refused = CvRules.NotAbove(measurement, boundary), RefusedFor = measurement };
}
