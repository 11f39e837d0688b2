namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>What a repetition says of a number.</summary>
internal enum ClaimVerdict
{
    /// <summary>The same number and the same interval, bit for bit.</summary>
    Exact,

    /// <summary>On another machine, a number inside the interval of the first; or, where it has none, equal to six digits.</summary>
    Within,

    /// <summary>Read from a clock, so that no run repeats it.</summary>
    Timed,

    /// <summary>Another number, or none.</summary>
    Not,
}
