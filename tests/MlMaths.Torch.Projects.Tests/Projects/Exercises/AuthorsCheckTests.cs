using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>
/// Every exercise judged by what its author wrote for it. A sample, as it has to be quick: the table <c>exercises</c> tries all mistakes,
/// and 1,000 ways each of writing it rightly.
/// </summary>
public sealed class AuthorsCheckTests
{
    private const int EveryMistake = 4;

    public static TheoryData<string> Exercises => [.. ExerciseCatalogue.All.Select(exercise => exercise.Word)];

    [Theory]
    [MemberData(nameof(Exercises))]
    public void The_stub_is_not_written_yet(string word)
    {
        Exercise exercise = ExerciseCatalogue.Known(word);
        Assert.Equal(PartVerdict.Unwritten, Graded(exercise, exercise.Stub.Text("../.."), seed: 1).First.Verdict);
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public void Every_approach_is_right_in_one_of_its_ways(string word)
    {
        Exercise exercise = ExerciseCatalogue.Known(word);
        Assert.InRange(ExerciseText.Approaches(exercise).Count, 3, 9);
        foreach ((int i, (string name, string text)) in ExerciseText.Approaches(exercise).Index())
        {
            long way = Alternatives.Count(text) * i / 3;
            ExerciseGrade grade = Graded(exercise, Alternatives.Way(text, way), seed: i);
            Assert.True(grade.IsRight, $"{name}, way {way}: {grade.Now.Property}, at {grade.Now.Input} it gave {grade.Now.Gave}");
        }
    }

    [Theory]
    [MemberData(nameof(Exercises))]
    public void A_mistake_is_rejected_under_its_own_name_first_and_the_right_number_is_not_told(string word)
    {
        Exercise exercise = ExerciseCatalogue.Known(word);
        Assert.InRange(ExerciseText.Mistakes(exercise).Count, 6, 29);
        foreach ((string name, string text) in ExerciseText.Mistakes(exercise).Where((_, place) => place % EveryMistake == 0))
        {
            ExerciseGrade both = Graded(exercise, text, seed: 1);
            PartGrade grade = both.Now;
            Assert.Equal((name, PartVerdict.Wrong), (name, grade.Verdict));
            string slip = text.Split('\n')[0]["// slip: ".Length..].Trim();
            Assert.Equal(slip, grade.Mistakes is [{ } first, ..] ? first.Id : $"{name}: none");
            Assert.InRange(grade.Mistakes[0].Line, 1, text.Split('\n').Length);
            string? right = exercise.Parts[both.Part - 1].RightWhereItFails(LearnerCompiler.Compile(text).Assembly!, seed: 1);
            Assert.Equal((name, null), (name, MessageNumbers.Told(grade, right ?? "")));
        }
    }

    [Theory]
    [InlineData("it should be 0.707107", "0.707107", "0.5", "0.707107")]
    [InlineData("it lies above 0.5", "0.707107", "0.5", null)]
    [InlineData("a vector and itself have a cosine of 1", "1", "0.5", null)]
    [InlineData("the step begins at 12.5", "[12.5, 3]", "12.5", null)]
    public void A_right_number_in_a_message_is_found(string says, string right, string input, string? told) => Assert.Equal(
        told, MessageNumbers.Told(new(PartVerdict.Wrong, says, $"x = {input}", "2", null, [], null), right));

    [Theory]
    [MemberData(nameof(Exercises))]
    public void No_hint_holds_a_line_of_a_solution_and_both_parts_have_some(string word)
    {
        Exercise exercise = ExerciseCatalogue.Known(word);
        Assert.InRange(ExerciseText.Hints(exercise).Count, 5, 8);
        string[] lines =
        [
            .. ExerciseText.Approaches(exercise).SelectMany(approach => Alternatives.First(approach.Text).Split('\n'))
                .Select(line => line.Trim()).Where(line => line.Length >= 25 && !line.StartsWith("//", StringComparison.Ordinal)
                    && !line.StartsWith("public", StringComparison.Ordinal)),
        ];
        foreach (string hint in ExerciseText.Hints(exercise))
            Assert.DoesNotContain(lines, line => hint.Contains(line, StringComparison.Ordinal));
    }

    private static ExerciseGrade Graded(Exercise exercise, string text, int seed)
    {
        (LearnerAssembly? answer, IReadOnlyList<CompileFault> faults) = LearnerCompiler.Compile(text);
        Assert.True(answer is not null, $"{exercise.Word}: {string.Join("; ", faults)}");
        return ExerciseGrade.Of(exercise, answer, text, seed);
    }
}
