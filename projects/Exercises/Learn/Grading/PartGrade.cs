using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>How an answer stands.</summary>
internal enum PartVerdict
{
    /// <summary>Every property held.</summary>
    Right,

    /// <summary>One did not.</summary>
    Wrong,

    /// <summary>A method is still as the stub has it, or is not there.</summary>
    Unwritten,
}

/// <summary>A mistake that gives the learner's very numbers.</summary>
/// <param name="Id">Its name for programs; two at once are joined by a plus.</param>
/// <param name="Says">One sentence.</param>
/// <param name="Line">The line of the learner's file to look at.</param>
/// <param name="Method">The method that begins there, where no line of it can be told; null where the line itself is meant.</param>
internal sealed record NamedMistake(string Id, string Says, int Line, string? Method = null)
{
    /// <summary>Where to look, in words.</summary>
    public string Where() => new LinePlace(Line, Method).ToString();
}

/// <summary>What the grader says of one part of an exercise.</summary>
/// <param name="Verdict">Right, or what not.</param>
/// <param name="Property">What did not hold; null where all did.</param>
/// <param name="Input">The input at which it did not, made as small as it can be.</param>
/// <param name="Gave">What the learner's method made of that input.</param>
/// <param name="Line">The line that threw; null where nothing was thrown.</param>
/// <param name="Mistakes">What gives these numbers, likeliest first; several cannot be told apart by any input that was drawn.</param>
/// <param name="Remark">Of a right answer: one true thing about it.</param>
internal sealed record PartGrade(
    PartVerdict Verdict, string? Property, string? Input, string? Gave, int? Line, IReadOnlyList<NamedMistake> Mistakes, string? Remark)
{
    public static PartGrade Right(string? remark) => new(PartVerdict.Right, null, null, null, null, [], remark);

    public static PartGrade Unwritten(string what) => new(PartVerdict.Unwritten, what, null, null, null, [], null);
}
