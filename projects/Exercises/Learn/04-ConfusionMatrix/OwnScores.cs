using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Exercises.Learn.Own;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Learn.Exercise04;

/// <summary>The learner's counts and rates on scores of their own.</summary>
internal static class OwnScores
{
    private static readonly Type[] Parameters = [typeof(bool[]), typeof(double[]), typeof(double)];

    public static OwnUse Use { get; } = new((exercise, file) => file.Scores(exercise), Lines);

    private static IReadOnlyList<string> Lines(LearnerAssembly answer, OwnRows rows)
    {
        double[][] counts = OwnUse.Method(answer, "Matrix", Parameters, Arguments, Table.Rows)(rows) ?? [];
        return
        [
            $"threshold  {Written.Of(rows.Threshold)}", $"Matrix     {Written.Of(counts)}", Rate("Precision"), Rate("Recall"), Rate("F1"),
        ];

        string Rate(string name) =>
            $"{name,-10} {Shown(Outcome<double?>.Of(OwnUse.Method(answer, name, Parameters, Arguments, Binding.Number), rows))}";
    }

    // A right answer may throw for what is not defined.
    private static string Shown(Outcome<double?> outcome) => outcome.Value is { } value ? NumberText.Of(value) : "not defined";

    private static object?[] Arguments(OwnRows rows) => [rows.IsPositive.Clone(), rows.Column(0), rows.Threshold];
}
