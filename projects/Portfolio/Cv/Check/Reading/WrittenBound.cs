namespace MlMaths.Torch.Portfolio.Cv.Check.Reading;

/// <summary>What a word before a number makes of it.</summary>
internal enum WrittenBound
{
    /// <summary>The number itself.</summary>
    None,

    /// <summary><c>about</c>, <c>roughly</c>: the number or its neighbours, one unit of its last digit away.</summary>
    About,

    /// <summary><c>just over</c>, <c>a little more than</c>: from the number to one unit of its last digit above it.</summary>
    JustOver,

    /// <summary><c>nearly</c>, <c>almost</c>: from one unit of its last digit below it.</summary>
    JustUnder,

    /// <summary><c>over</c>, <c>more than</c>: the whole interval of what was measured lies above.</summary>
    Over,

    /// <summary><c>below</c>, <c>less than</c>: the whole interval of what was measured lies below.</summary>
    Under,

    /// <summary><c>at least</c>, <c>well over</c>: so does its whole interval.</summary>
    AtLeast,

    /// <summary><c>at most</c>, <c>no more than</c>: so does its whole interval.</summary>
    AtMost,
}
