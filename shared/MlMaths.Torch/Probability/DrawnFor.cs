namespace MlMaths.Torch.Probability;

/// <summary>
/// What chance is asked for. Two streams of one seed have nothing in common, so that no two draws of a run agree by
/// accident: rows that were dealt into a test part by the same numbers as into a fold, say.
/// </summary>
public enum DrawnFor
{
    /// <summary>Which rows train and which judge.</summary>
    Split,

    /// <summary>Which rows a fold holds out.</summary>
    Folds,

    /// <summary>A model's weights before its first step, and centres that a search begins at.</summary>
    Model,

    /// <summary>The order of rows in an epoch.</summary>
    Order,

    /// <summary>Units that are silenced.</summary>
    Dropout,

    /// <summary>Settings that are tried.</summary>
    Search,

    /// <summary>Rows drawn again, for an interval.</summary>
    Bootstrap,

    /// <summary>Some of many rows, and shuffled labels.</summary>
    Sample,

    /// <summary>Data from a law that is known.</summary>
    Worlds,

    /// <summary>Errors of a fitted model, drawn anew.</summary>
    Errors,

    /// <summary>Points, directions and planted mistakes of a check.</summary>
    Checks,

    /// <summary>Where a descent starts.</summary>
    Start,

    /// <summary>References that the limits of an alarm are set by.</summary>
    References,

    /// <summary>Windows that the limits of an alarm are set by.</summary>
    Windows,

    /// <summary>References and windows that an alarm is tried on.</summary>
    Tried,

    /// <summary>Windows of a moved rate.</summary>
    Power,

    /// <summary>Columns of a window, as a moved rate alone would make them.</summary>
    Drift,

    /// <summary>Blocks of rows that are left out together.</summary>
    Jackknife,
}
