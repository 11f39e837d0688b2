using MlMaths.Torch.Data;
using MlMaths.Torch.Models;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.LogisticRegression;

/// <summary>A model of two columns, seen from above.</summary>
/// <param name="Degree">1: the columns themselves; more: their products up to that degree.</param>
/// <param name="Right">Test rows on the right side of the line p = ½.</param>
/// <param name="TestRows">How many those are.</param>
/// <param name="U">Grid, first column.</param>
/// <param name="V">Grid, second column.</param>
/// <param name="Probability">p at [v, u] of the grid.</param>
internal sealed record Boundary(int Degree, int Right, int TestRows, double[] U, double[] V, double[,] Probability)
{
    private const int    GridSize = 110;
    private const double Penalty  = 1e-4;

    /// <summary>Fits on the training rows and looks at a grid over all rows.</summary>
    public static Boundary Of(BinaryTarget plane, DataSplit split, int degree)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        FittedScaler scaler = StandardScaler.Fit(Lifted(split).Training);
        using var model = new LogisticModel(scaler.ColumnNames.Count, torch.CPU);
        Batch Rows(SplitPart part) => new(scaler.Transform(PolynomialFeatures.Of(part.Select(), degree)).X(), plane.Y(part));
        LogisticFit.ByNewton(model, Rows(split.Training), Penalty);

        bool[] labels = plane.Of(split.Test);
        double[] scores = model.Probabilities(Rows(split.Test).X);
        int right = labels.Zip(scores).Count(row => row.First == row.Second >= 0.5);

        double[] u = Grid(plane.Dataset.Column(0)), v = Grid(plane.Dataset.Column(1));
        double[] p = model.Probabilities(scaler.Transform(PolynomialFeatures.Of(Plane(plane.Dataset, u, v), degree)).X());
        double[,] field = new double[v.Length, u.Length];
        for (int i = 0; i < p.Length; i++)
            field[i / u.Length, i % u.Length] = p[i];
        return new Boundary(degree, right, labels.Length, u, v, field);

        DataSplit Lifted(DataSplit flat) => flat.On(PolynomialFeatures.Of(plane.Dataset, degree));
    }

    private static double[] Grid(double[] column)
    {
        double margin = 0.1 * (column.Max() - column.Min()), low = column.Min() - margin, high = column.Max() + margin;
        return [.. Enumerable.Range(0, GridSize).Select(i => low + (high - low) * i / (GridSize - 1))];
    }

    /// <summary>Every point of the grid as a row, v by v.</summary>
    private static Dataset Plane(Dataset like, double[] u, double[] v)
    {
        double[] features = [.. v.SelectMany(height => u.SelectMany(across => new[] { across, height }))];
        string[] unlabelled = [.. Enumerable.Repeat("", u.Length * v.Length)];
        return new Dataset("grid", like.ColumnNames, features, like.TargetName, unlabelled, like.Provenance);
    }
}
