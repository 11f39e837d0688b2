namespace MlMaths.Torch.Portfolio.Cv.Check.Settings;

/// <summary>What a number of a run's record is.</summary>
internal enum RecordedKind
{
    /// <summary>It was chosen: a run has one of it, and another number is wrong.</summary>
    Option,

    /// <summary>How many there were of what its words name; they stand behind it.</summary>
    Count,

    /// <summary>A part of a whole.</summary>
    Share,

    /// <summary>A boundary between 0 and 1, which no part of a whole is.</summary>
    Boundary,
}
