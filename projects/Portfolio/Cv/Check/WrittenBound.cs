namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>What a word before a number makes of it.</summary>
internal enum WrittenBound
{
    /// <summary>The number itself.</summary>
    None,

    /// <summary><c>over</c>, <c>at least</c>.</summary>
    AtLeast,

    /// <summary><c>below</c>, <c>at most</c>.</summary>
    AtMost,
}
