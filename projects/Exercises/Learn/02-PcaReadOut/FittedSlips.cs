using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>Components as people fit them: right with no slip, and wrong with each in its own way.</summary>
/// <param name="Centred">The rows that the components are of.</param>
/// <param name="Components">One a row.</param>
/// <param name="Variances">In the same order.</param>
internal sealed record FittedSlips(double[][] Centred, double[][] Components, double[] Variances)
{
    /// <summary>Slips of the fit, which all three methods can have.</summary>
    public static IReadOnlyList<Slip> Slips { get; } =
    [
        new("no-centring", "without centring: the mean of each column stays in", "*|Zip|Average|rows"),
        new("ascending", "when the least variance stands first: eigenvalues come smallest first", "Eigen|Reverse|Order"),
        new("vectors-read-by-rows", "when a row of the eigenvectors is taken for a vector: they stand in the columns", "Eigen|Vectors"),
        new("row-means", "when the mean of each row is taken off, and not that of each column", "Average"),
        new("rows-for-columns", "from the products of rows with rows: X Xᵀ in place of XᵀX", "Length|Count"),
        new("correlation", "when every column is divided by its deviation: nobody asked for that here", "Sqrt|/"),
        new("centred-by-whole-mean", "when one mean of all numbers is taken off every column", "Average"),
        new("divided-by-means", "when every column is divided by its mean", "/"),
        new("sums-taken-off", "when the sum of a column is taken off in place of its mean", "Sum"),
        new("mean-of-n-less-one", "when a mean divides by n − 1: only a variance may", "- 1"),
        new("median", "when the median of each column is taken off, and not its mean", "Order|/ 2"),
        new("first-row", "when the first flower is taken off all, and not the mean", "[0]"),
        new("least-taken-off", "when the smallest entry of each column is taken off, and not its mean", "Min"),
        new("means-multiplied", "from products of means, in place of means of products", "Average"),
        new("diagonal-alone", "from the variances of the columns alone: no direction is turned", "Eigen|for"),
    ];

    public static FittedSlips Of(double[][] rows, IReadOnlySet<string> slips)
    {
        double[] means = Linear.Means(rows);
        double[][] centred = slips.Contains("no-centring") ? rows
            : slips.Contains("row-means") ? [.. rows.Select(row => row.Select(one => one - row.Average()).ToArray())]
            : slips.Contains("centred-by-whole-mean") ? Linear.Less(rows, [.. means.Select(_ => means.Average())])
            : slips.Contains("mean-of-n-less-one") ? Linear.Less(rows, [.. means.Select(mean => mean * rows.Length / (rows.Length - 1))])
            : slips.Contains("median") ? Linear.Less(rows, [.. Linear.Turned(rows).Select(one => one.Order().ElementAt(one.Length / 2))])
            : slips.Contains("first-row") ? Linear.Less(rows, rows[0])
            : slips.Contains("least-taken-off") ? Linear.Less(rows, [.. Linear.Turned(rows).Select(column => column.Min())])
            : slips.Contains("sums-taken-off") ? Linear.Less(rows, [.. means.Select(mean => mean * rows.Length)])
            : Linear.Less(rows, means);
        if (slips.Contains("correlation")) centred = Linear.Over(centred, Linear.Deviations(rows));
        if (slips.Contains("divided-by-means")) centred = Linear.Over(centred, means);
        double[][] products = Linear.Products(slips.Contains("rows-for-columns") ? Linear.Turned(centred) : centred);
        if (slips.Contains("means-multiplied") && Linear.Means(centred) is var own)
            products = [.. own.Select(one => own.Select(other => one * other).ToArray())];
        if (slips.Contains("diagonal-alone"))
            products = [.. products.Select((row, i) => row.Select((one, j) => i == j ? one : 0).ToArray())];
        (double[] values, double[][] vectors) = SymmetricEigen.Of(products);
        double[][] components = slips.Contains("vectors-read-by-rows") ? vectors : Linear.Turned(vectors);
        return slips.Contains("ascending")
            ? new(centred, components, values)
            : new(centred, [.. components.Reverse()], [.. values.Reverse()]);
    }
}
