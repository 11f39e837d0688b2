using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.MyWork;

namespace MlMaths.Torch.Exercises.Learn;

/// <summary>
/// One exercise: what a learner reads, starts from and is judged by. Its texts stand beside its <c>Check.cs</c>, in
/// <c>Learn/NN-Name/</c>: <c>lesson.md</c>, <c>Part2.md</c>, <c>hints.md</c>, <c>Stub.cs</c>, <c>Mistakes/</c> and <c>Approaches/</c>.
/// </summary>
/// <param name="Number">1 to 12.</param>
/// <param name="Name">As in its folder: <c>CosineSimilarity</c>.</param>
/// <param name="Title">What one says.</param>
/// <param name="Week">Of the six-week path.</param>
/// <param name="Parts">Two: the second breaks what is naive in the first.</param>
internal sealed record Exercise(int Number, string Name, string Title, int Week, IReadOnlyList<ExercisePart> Parts)
{
    /// <summary>What is guessed before the first run.</summary>
    public required Prediction Prediction { get; init; }

    /// <summary>What its lesson draws, worked out when it is asked for.</summary>
    public required Func<Figures.LessonDrawing> Drawing { get; init; }

    /// <summary>How its methods work on a file of one's own; null where the task has no use for one.</summary>
    public Own.OwnUse? OnOwnRows { get; init; }

    /// <summary>What an interviewer would ask; shown after success.</summary>
    public required string InterviewQuestion { get; init; }

    /// <summary>What stands before the colon.</summary>
    public string ShortTitle => Title.Split(':')[0];

    /// <summary>The same inside a sentence: a word of capitals alone keeps them.</summary>
    public string TitleInSentence =>
        ShortTitle is [_, var second, ..] && char.IsUpper(second) ? ShortTitle : $"{char.ToLowerInvariant(ShortTitle[0])}{ShortTitle[1..]}";

    /// <summary>Its folder in the sources and in the names of what is built in: <c>01-CosineSimilarity</c>.</summary>
    public string Folder => FormattableString.Invariant($"{Number:00}-{Name}");

    /// <summary>What a learner starts from.</summary>
    public StubFile Stub => new($"Learn/{Folder}/Stub.cs");

    /// <summary>Its place in the folder of the learner's own files: <c>01-cosine-similarity.cs</c>.</summary>
    public string Place => FormattableString.Invariant($"{Number:00}-{Word}.cs");

    /// <summary>Its name as one types it: <c>cosine-similarity</c>.</summary>
    public string Word =>
        string.Concat(Name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}

/// <summary>One of the two parts of an exercise: all its methods must be right.</summary>
/// <param name="Task">What is asked, in a sentence or two.</param>
/// <param name="Methods">In the order in which they are judged.</param>
internal sealed record ExercisePart(string Task, IReadOnlyList<IMethodTask> Methods)
{
    /// <summary>The first method that is not right; right where all are.</summary>
    public PartGrade Grade(Workbench.LearnerAssembly answer, string text, int seed)
    {
        PartGrade grade = PartGrade.Right(null);
        foreach ((int before, IMethodTask method) in Methods.Index())
        {
            PartGrade next = method.Grade(answer, text, seed);
            if (next.Verdict == PartVerdict.Unwritten && before > 0)
                return next with { Property = $"{RightSoFar(before)} {next.Property}" };
            if (next.Verdict != PartVerdict.Right) return next;
            grade = grade with { Remark = grade.Remark ?? next.Remark };
        }

        return grade;
    }

    private string RightSoFar(int count)
    {
        string[] names = [.. Methods.Take(count).Select(method => method.Method)];
        return count == 1 ? $"{names[0]} is right so far." : $"{string.Join(", ", names[..^1])} and {names[^1]} are right so far.";
    }

    /// <summary>What would be right at the input that <see cref="Grade"/> shows; null where all is, or nothing right is known.</summary>
    public string? RightWhereItFails(Workbench.LearnerAssembly answer, int seed) =>
        Methods.Select(method => method.RightWhereItFails(answer, seed)).FirstOrDefault(right => right is not null);
}

/// <summary>A guess before the first run, and what happens, for the learner to set beside it.</summary>
/// <param name="Question">One sentence.</param>
/// <param name="Choices">What may be answered; none for a number.</param>
/// <param name="Happens">What happens, worked out when it is asked for.</param>
internal sealed record Prediction(string Question, IReadOnlyList<string> Choices, Func<string> Happens);
