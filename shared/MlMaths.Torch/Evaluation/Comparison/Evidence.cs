namespace MlMaths.Torch.Evaluation;

/// <summary>How much an interval of a difference says about it.</summary>
public enum Evidence
{
    /// <summary>
    /// There is no interval, or 0 lies in it: not enough to say, neither that there is a difference nor that there is none.
    /// </summary>
    NotEnough,

    /// <summary>The interval lies within the region of practical equivalence: the models are as good as equal.</summary>
    Equivalent,

    /// <summary>0 lies outside, but differences too small to matter lie inside.</summary>
    Weak,

    /// <summary>Every difference in the interval is of one sign and large enough to matter.</summary>
    Strong,
}
