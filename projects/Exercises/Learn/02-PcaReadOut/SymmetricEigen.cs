namespace MlMaths.Torch.Exercises.Learn.Exercise02;

/// <summary>
/// The eigenvalues of a symmetric matrix by rotations of Jacobi, smallest first: turn by turn what the stub gives learners, so that
/// a slip comes with their very signs.
/// <code>
/// a'ₚₚ, a'_qq, a'ₚ_q = Jᵀ a J, tan 2θ = 2aₚ_q / (a_qq − aₚₚ)        makes a'ₚ_q = 0; V gathers the rotations
/// </code>
/// </summary>
internal static class SymmetricEigen
{
    // Quadratic convergence: a 4 × 4 is exact after about five sweeps, a 20 × 20 after about eight.
    private const int Sweeps = 12;

    /// <summary>Values, and vectors as columns: entry j of vector k is <c>Vectors[j][k]</c>.</summary>
    public static (double[] Values, double[][] Vectors) Of(double[][] symmetric)
    {
        int d = symmetric.Length;
        double least = 1e-18 * symmetric.Select((row, i) => Math.Abs(row[i])).Sum(); // a turn that no digit would show
        double[][] a = [.. symmetric.Select(row => row.ToArray())];
        double[][] v = [.. Enumerable.Range(0, d).Select(i => Enumerable.Range(0, d).Select(j => i == j ? 1.0 : 0.0).ToArray())];
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int p = 0; p < d; p++)
            {
                for (int q = p + 1; q < d; q++)
                {
                    if (Math.Abs(a[p][q]) > least) Rotate(a, v, p, q);
                }
            }
        }

        int[] order = [.. Enumerable.Range(0, d).OrderBy(i => a[i][i])];
        return ([.. order.Select(i => a[i][i])], [.. v.Select(row => order.Select(i => row[i]).ToArray())]);
    }

    private static void Rotate(double[][] a, double[][] v, int p, int q)
    {
        double angle = Math.Atan(2 * a[p][q] / (a[q][q] - a[p][p])) / 2;
        double c = Math.Cos(angle), s = Math.Sin(angle);
        for (int i = 0; i < a.Length; i++) (a[i][p], a[i][q]) = (c * a[i][p] - s * a[i][q], s * a[i][p] + c * a[i][q]);
        for (int i = 0; i < a.Length; i++) (a[p][i], a[q][i]) = (c * a[p][i] - s * a[q][i], s * a[p][i] + c * a[q][i]);
        for (int i = 0; i < a.Length; i++) (v[i][p], v[i][q]) = (c * v[i][p] - s * v[i][q], s * v[i][p] + c * v[i][q]);
    }
}
