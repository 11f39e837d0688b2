using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.EvaluationPack.Regression;

/// <summary>Rows split by chance; columns that can carry a weight, in the units of the training rows; the target as numbers.</summary>
/// <param name="Rows">All rows, with the columns that are left.</param>
/// <param name="Targets">y of all rows.</param>
/// <param name="Split">Training and test rows.</param>
/// <param name="Scaler">Means and deviations of the training rows.</param>
/// <param name="Constant">Columns left out, as they do not vary in the training rows.</param>
/// <param name="Dependent">Columns left out, as others say the same.</param>
internal sealed record RegressionData(
    Dataset Rows, double[] Targets, DataSplit Split, FittedScaler Scaler, IReadOnlyList<string> Constant,
    IReadOnlyList<LeftOutColumn> Dependent)
{
    /// <summary>What the training rows taught about the columns.</summary>
    public FittedPreparation Preparation { get; init; } = FittedPreparation.Nothing;

    /// <summary>The rows of which folds are made: with the cells that each fold prepares anew, where something is learnt of them.</summary>
    public Dataset ToRefit { get; init; } = Rows;

    /// <summary>The rows as they were read.</summary>
    private Dataset Given { get; init; } = Rows;

    /// <summary>How a sentence names a row.</summary>
    public string Place(int row) => Given.PlaceOf(row);

    /// <summary>Rows beyond the number of weights that are needed for a spread and its interval.</summary>
    private const int SpareRows = 5;
    private const int MinRows = 20;

    /// <summary>d columns of the training rows, standardised.</summary>
    public double[][] Training { get; } = ColumnsOf(Scaler.Transform(Split.Training));

    /// <summary>d columns of the test rows, in the same units.</summary>
    public double[][] Test { get; } = ColumnsOf(Scaler.Transform(Split.Test));

    /// <summary>y of the training rows.</summary>
    public double[] TrainingTargets { get; } = [.. Split.Training.Rows.Select(row => Targets[row])];

    /// <summary>y of the test rows.</summary>
    public double[] TestTargets { get; } = [.. Split.Test.Rows.Select(row => Targets[row])];

    public string TargetName => Rows.TargetName!;

    public static RegressionData From(Dataset given, RegressionOptions options, int seed)
    {
        double[] y = RegressionTarget.Of(given);
        if (given.Rows < MinRows)
        {
            throw new UserMistakeException(
                $"{Quoted.Value(given.Name)} has {given.Rows} rows: a regression tested on held-out rows "
                + $"needs at least {MinRows}, and becomes meaningful with about a hundred.");
        }
        DataSplit split = RandomSplit.Of(given, seed, options.Test);
        FittedPreparation preparation = Data.Preparation.Fit(split.Training);
        split = preparation.On(split);
        Dataset prepared = split.Training.Whole;
        Require(split.Training.Rows.Select(row => y[row]).Distinct().Count() > 1,
            $"All {split.Training.Count} training rows of {Quoted.Value(given.Name)} have the same target: "
            + $"add rows, or split them with another --seed.");
        IReadOnlyList<int> constant = split.Training.Select().ConstantColumns();
        Dataset varying = prepared.WithColumns([.. Enumerable.Range(0, prepared.Columns).Except(constant)]);
        Require(varying.Columns > 0, $"No column of {Quoted.Value(given.Name)} varies in its training rows: add columns that do.");
        RequireRows(varying, split, options);
        split = split.On(varying);
        FittedScaler scaler = StandardScaler.Fit(split.Training);
        IReadOnlyList<DependentColumn> dependent = DependentColumns.Of(ColumnsOf(scaler.Transform(split.Training)));
        Dataset left = varying.WithColumns([.. Enumerable.Range(0, varying.Columns).Except(dependent.Select(column => column.Column))]);
        split = split.On(left);
        return new RegressionData(
            left, y, split, StandardScaler.Fit(split.Training), [.. constant.Select(column => prepared.ColumnNames[column])],
            [.. dependent.Select(column => LeftOutColumn.Of(column, scaler))])
        {
            Preparation = preparation,
            Given = given,
            ToRefit = preparation.LearnsNothing ? left : prepared,
        };
    }

    /// <summary>The columns of a table.</summary>
    public static double[][] ColumnsOf(Dataset rows) => [.. Enumerable.Range(0, rows.Columns).Select(rows.Column)];

    /// <summary>Whether a file of so many rows and columns can be fitted and tested with the options as they usually are.</summary>
    public static bool FitAsUsual(int rows, int columns) => rows >= MinRows && HasEnoughRows(
        Math.Min((int)(rows * (1 - RegressionOptions.UsualTest)), InFolds(rows, RegressionOptions.UsualFolds)), columns);

    private static bool HasEnoughRows(int training, int columns) => training >= columns + 1 + SpareRows;

    private static int InFolds(int rows, int folds) => rows - (rows + folds - 1) / folds;

    private static void RequireRows(Dataset rows, DataSplit split, RegressionOptions options)
    {
        int weights = rows.Columns + 1, fewest = Math.Min(split.Training.Count, InFolds(rows.Rows, options.Folds));
        Require(HasEnoughRows(fewest, rows.Columns),
            $"{Quoted.Value(rows.Name)} has {rows.Rows} rows, of which {fewest} train at a time, and {rows.Columns} "
            + $"columns that vary: {weights} weights need at least {weights + SpareRows} training rows. "
            + "Add rows, leave columns out with --leave-out, or hold out fewer rows with --test and --folds.");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new UserMistakeException(otherwise);
    }
}
