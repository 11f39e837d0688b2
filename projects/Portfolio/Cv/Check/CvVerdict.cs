namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What runs say of a number in a CV.</summary>
internal enum CvVerdict
{
    /// <summary>A run measured it, and it is said as measured.</summary>
    Supported,

    /// <summary>Near what was measured, and kinder.</summary>
    RoundedTooKindly,

    /// <summary>More than the interval carries.</summary>
    StrongerThanInterval,

    /// <summary>Measured on rows by which the model was fitted or chosen, and not said so.</summary>
    FromTrainingRows,

    /// <summary>From a run that is gone.</summary>
    RunIsGone,

    /// <summary>From a run whose files were changed.</summary>
    RunWasChanged,

    /// <summary>No run says this.</summary>
    NoRunSays,

    /// <summary>The runs cannot tell: neither supported nor rejected.</summary>
    NotJudged,
}
