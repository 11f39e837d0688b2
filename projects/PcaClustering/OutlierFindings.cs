using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.PcaClustering;

/// <summary>Whether single rows own the first component: as the rows are, and with one planted far out.</summary>
/// <param name="Influence">Of the training rows that pull most, the strongest first.</param>
/// <param name="RowOf">The row of the data set behind each training row.</param>
/// <param name="PlantedAt">How far out the planted row lies, in deviations, along <paramref name="PlantedColumn"/> alone.</param>
/// <param name="PlantedColumn">The column that weighs least in PC1.</param>
/// <param name="Planted">What the planted row does.</param>
internal sealed record OutlierFindings(OutlierInfluence Influence, int[] RowOf, double PlantedAt, int PlantedColumn, RowInfluence Planted)
{
    private const int MaxRows = 20_000;

    public static OutlierFindings Fit(VaryingRows data, PrincipalComponents fit)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        int[] rows = data.Split.Training.Rows;
        Tensor some = data.Training.narrow(0, 0, Math.Min(MaxRows, data.Training.size(0)));
        int n = (int)some.size(0), column = fit.Components[0].Index().MinBy(loading => Math.Abs(loading.Item)).Index;

        // Its square is as much as twice the variance of PC1 over all rows.
        double at = Math.Sqrt(2 * fit.ExplainedVariance[0] * n);
        Tensor far = torch.zeros(1, some.size(1), torch.ScalarType.Float64, some.device);
        far[0, column] = at;
        OutlierInfluence withIt = OutlierInfluence.Fit(torch.cat([some, far]), 3);
        return new OutlierFindings(OutlierInfluence.Fit(some, 10), rows, at, column, withIt.Rows.Single(row => row.Row == n));
    }
}
