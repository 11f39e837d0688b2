#:property PublishAot=false

// Exercise 2: along which directions do flowers differ?
//
//   C  = 1/(n − 1) Σᵢ (xᵢ − m)(xᵢ − m)ᵀ      m: the mean of each column
//   C vₖ = λₖ vₖ                              component k, the largest λ first
//   ratioₖ = λₖ / Σ λ      zᵢₖ = (xᵢ − m) · vₖ
//
// Write the three methods, save, and look at what ./mlmaths learn 2 says. Then say in words what PC1 and PC2 are: they are yours alone.
// PC1: …
// PC2: …
double[][] flowers = [[5.1, 3.5, 1.4, 0.2], [4.9, 3.0, 1.4, 0.2], [7.0, 3.2, 4.7, 1.4], [6.4, 3.2, 4.5, 1.5], [6.3, 3.3, 6.0, 2.5]];
Console.WriteLine(string.Join("  ", Answer.Ratios(flowers).Select(share => $"{share:0.000}")));

static class Answer
{
    // rows: n flowers, four measures each, in cm. Four components, one a row, each of length 1, the one with the most variance first.
    public static double[][] Components(double[][] rows)
    {
        throw new NotImplementedException();
    }

    // The share of the whole variance that lies along each component, in the same order.
    public static double[] Ratios(double[][] rows)
    {
        throw new NotImplementedException();
    }

    // A row for each flower: its score along each component.
    public static double[][] Scores(double[][] rows)
    {
        throw new NotImplementedException();
    }

    // Part 2.
    public static double[][] TestScores(double[][] train, double[][] test)
    {
        throw new NotImplementedException();
    }

    // Given. The eigenvalues of a symmetric matrix, SMALLEST FIRST, as libraries return them, and their vectors in the COLUMNS of a square:
    // entry j of vector k is Vectors[j][k].
    public static (double[] Values, double[][] Vectors) Eigen(double[][] symmetric)
    {
        int d = symmetric.Length;
        double[][] a = symmetric.Select(row => row.ToArray()).ToArray();
        double[][] v = a.Select((row, i) => row.Select((_, j) => i == j ? 1.0 : 0.0).ToArray()).ToArray();
        for (int sweep = 0; sweep < 12; sweep++)
            for (int p = 0; p < d; p++)
                for (int q = p + 1; q < d; q++)
                {
                    if (a[p][q] == 0) continue; // otherwise turn axes p and q until it is
                    double angle = Math.Atan(2 * a[p][q] / (a[q][q] - a[p][p])) / 2;
                    double c = Math.Cos(angle), s = Math.Sin(angle);
                    for (int i = 0; i < d; i++) (a[i][p], a[i][q]) = (c * a[i][p] - s * a[i][q], s * a[i][p] + c * a[i][q]);
                    for (int i = 0; i < d; i++) (a[p][i], a[q][i]) = (c * a[p][i] - s * a[q][i], s * a[p][i] + c * a[q][i]);
                    for (int i = 0; i < d; i++) (v[i][p], v[i][q]) = (c * v[i][p] - s * v[i][q], s * v[i][p] + c * v[i][q]);
                }

        int[] order = Enumerable.Range(0, d).OrderBy(i => a[i][i]).ToArray();
        return (order.Select(i => a[i][i]).ToArray(), v.Select(row => order.Select(i => row[i]).ToArray()).ToArray());
    }
}
