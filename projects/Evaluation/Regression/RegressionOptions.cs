using MlMaths.Torch.Cli;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>What may be asked of the regression.</summary>
/// <param name="Test">Share of the rows that are kept apart and scored once.</param>
/// <param name="Folds">Parts of a cross-validation.</param>
/// <param name="Repeats">How many times it is done.</param>
/// <param name="Quick">Fewer resamples, repeats and steps.</param>
internal sealed record RegressionOptions(double Test, int Folds, int Repeats, bool Quick)
{
    /// <summary>Share of the rows that is held out, unless another is asked for.</summary>
    public const double UsualTest = 0.25;

    /// <summary>Folds of the cross-validation, likewise.</summary>
    public const int UsualFolds = 5;

    private const int QuickRepeats = 2;

    private static readonly ProjectOption<double> TestOption = ProjectOption.Number(
        "--test", UsualTest, "Share of the rows held out to be scored once.", from: 0.05, to: 0.8);

    private static readonly ProjectOption<int> FoldsOption =
        ProjectOption.WholeNumber("--folds", UsualFolds, "Folds of the cross-validation.", from: 2, to: 50);

    private static readonly ProjectOption<int> RepeatsOption = ProjectOption.WholeNumber(
        "--repeats", 10, "How often the cross-validation is repeated; at most 2 with --quick.", from: 1, to: 100);

    public static IReadOnlyList<ProjectOption> All { get; } = [TestOption, FoldsOption, RepeatsOption];

    /// <summary>Resamples of rows for intervals.</summary>
    public int Resamples => Quick ? 400 : 2000;

    /// <summary>Most steps of a descent.</summary>
    public int Steps => Quick ? 2500 : 12_000;

    /// <summary>Worlds that are simulated.</summary>
    public int Worlds => Quick ? 100 : 500;

    public static RegressionOptions Checked(ParsedOptions parsed)
    {
        if (parsed.Common.Positive is not null)
        {
            throw new UserMistakeException(
                "--positive is not used here: "
                + "the target of a regression is a number and has no classes. Leave it out.");
        }
        int repeats = parsed.Of(RepeatsOption);
        return new(
            parsed.Of(TestOption), parsed.Of(FoldsOption),
            parsed.Common.Quick ? Math.Min(repeats, QuickRepeats) : repeats, parsed.Common.Quick);
    }
}
