using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// X = QR by reflections, one column after the other: Q turns and mirrors without stretching, R is upper triangular.
///
/// <code>
/// x  = the k-th column from row k on, after the reflections before it
/// α  = −sign(x₁)‖x‖                     where its first entry is to go, all others to 0
/// v  = x − αe₁                          the sign of α is the one with which nothing cancels
/// H  = I − 2 vvᵀ/(vᵀv)                  mirrors at the plane across v:  Hx = αe₁,  HᵀH = I
/// Qᵀ = H_p … H₂H₁,  QᵀX = R             [p, p] over zeros
/// </code>
///
/// Least squares then needs no XᵀX. A rotation keeps lengths, so
/// <code>
/// ‖Xw − y‖² = ‖QᵀXw − Qᵀy‖² = ‖Rw − z‖² + ‖z'‖²      Qᵀy = [z; z'],  z [p], z' [n−p]
/// Rw = z                                              by back substitution; z' is what no w can reach
/// </code>
/// and the relative error of w grows as κ(X), where that of the normal equations grows as κ(X)².
/// Source: Householder, 1958, Journal of the ACM 5:339; Golub and Van Loan, Matrix Computations, 4th ed., section 5.3.
/// </summary>
public sealed class HouseholderQr
{
    // What rounding leaves of a column that lies among others: some units in the fifteenth digit.
    private const double Rounding = 1e-14;

    private readonly List<Reflector> _reflectors = [];
    private readonly List<double[]> _columnsOfR = [];

    // Row i from the diagonal on, for back substitution; null until it is asked for.
    private double[][]? _rowsOfR;

    /// <summary>Of no columns yet.</summary>
    /// <param name="rows">n, the length of every column.</param>
    public HouseholderQr(int rows) => Rows = rows;

    /// <summary>Of p columns of n numbers, n ≥ p.</summary>
    /// <exception cref="ArgumentException">
    /// A column is a combination of those before it, as far as rounding can tell.
    /// </exception>
    public static HouseholderQr Factor(IReadOnlyList<double[]> columns)
    {
        var qr = new HouseholderQr(columns[0].Length);
        foreach ((int k, bool isAdded) in qr.TryAddEach(columns, _ => Rounding).Index())
        {
            if (!isAdded)
                throw new ArgumentException($"Column {k} is a combination of those before it: w is not unique.", nameof(columns));
        }

        return qr;
    }

    /// <summary>n.</summary>
    public int Rows { get; }

    /// <summary>p: columns so far.</summary>
    public int Columns => _reflectors.Count;

    /// <summary>R[i, j], 0 below the diagonal.</summary>
    public double R(int i, int j) => i > j ? 0 : _columnsOfR[j][i];

    /// <summary>
    /// Takes one more column, unless all but a share <paramref name="tolerance"/> of its length lies among those before
    /// it.
    /// </summary>
    public bool TryAdd(double[] column, double tolerance = 0)
    {
        Finite.Check(column);
        Finite.NotNegative(tolerance);
        return Columns < Rows && Take(column, Reflected(column), tolerance);
    }

    /// <summary>The same with one column after the other, in a third of the time; to the last bit what <see cref="TryAdd"/> does.</summary>
    /// <param name="columns">Each of n numbers.</param>
    /// <param name="tolerance">Of each column, by its place.</param>
    /// <returns>Whether each was taken; a column is tried when it is asked about.</returns>
    internal IEnumerable<bool> TryAddEach(IReadOnlyList<double[]> columns, Func<int, double> tolerance)
    {
        for (int from = 0; from < columns.Count; from += Reflector.Lanes)
        {
            double[][] panel = [.. columns.Skip(from).Take(Reflector.Lanes).Select(column => (double[])column.Clone())];
            Finite.Check(panel);
            int done = Columns;
            foreach (Reflector reflector in _reflectors)
                reflector.Mirror(panel);
            foreach ((int place, double[] reflected) in panel.Index())
            {
                for (int k = done; k < Columns; k++)
                    _reflectors[k].Mirror(reflected);
                yield return Columns < Rows && Take(columns[from + place], reflected, Finite.NotNegative(tolerance(from + place)));
            }
        }
    }

    private bool Take(double[] column, double[] reflected, double tolerance)
    {
        double rest = Magnitude.Norm(reflected.AsSpan(Columns));
        if (!(rest > tolerance * Magnitude.Norm(column))) return false;
        if (!double.IsFinite(rest) || 1 / rest > double.MaxValue)
        {
            throw new UserMistakeException(string.Create(CultureInfo.InvariantCulture,
                $"Column {Columns} is of length {NumberText.Brief(rest)}, which is too small to divide by: use other "
                    + $"units."));
        }

        int k = Columns;
        double α = reflected[k] > 0 ? -rest : rest;
        double[] v = reflected[k..];
        v[0] -= α;
        double unit = Magnitude.Of(v); // H is the same for every length of v; this one can be squared
        for (int i = 0; i < v.Length; i++)
            v[i] /= unit;
        _reflectors.Add(new Reflector(k, v, 2 / RowArithmetic.Dot(v, v)));
        _columnsOfR.Add([.. reflected[..k], α]);
        _rowsOfR = null;
        return true;
    }

    /// <summary>Qᵀy [n].</summary>
    public double[] Reflected(ReadOnlySpan<double> y)
    {
        Finite.Check(y);
        double[] reflected = y.ToArray();
        foreach (Reflector reflector in _reflectors)
            reflector.Mirror(reflected);
        return reflected;
    }

    /// <summary>Qz [n]: the reflections undone, the last one first.</summary>
    public double[] TurnedBack(ReadOnlySpan<double> z)
    {
        Finite.Check(z);
        double[] back = z.ToArray();
        for (int k = Columns - 1; k >= 0; k--)
            _reflectors[k].Mirror(back);
        return back;
    }

    /// <summary>w [p] with the least ‖Xw − y‖.</summary>
    public double[] Solve(ReadOnlySpan<double> y) => BackSubstituted(Reflected(y));

    /// <summary>w [p] of Rw = z, from the last row up; z may be longer.</summary>
    public double[] BackSubstituted(ReadOnlySpan<double> z)
    {
        Finite.Check(z);
        _rowsOfR ??= [.. Enumerable.Range(0, Columns).Select(i => _columnsOfR.Skip(i).Select(column => column[i]).ToArray())];
        double[] w = new double[Columns];
        for (int i = Columns - 1; i >= 0; i--)
        {
            double sum = z[i];
            double[] row = _rowsOfR[i];
            for (int j = i + 1; j < w.Length; j++)
                sum -= row[j - i] * w[j];
            w[i] = sum / row[0];
        }

        return w;
    }

    /// <summary>X⁻¹ of a square X, row by row.</summary>
    internal double[][] Inverse()
    {
        double[][] inverse = [.. Enumerable.Range(0, Columns).Select(_ => new double[Columns])];
        foreach (int[] few in Enumerable.Range(0, Columns).Chunk(Reflector.Lanes))
        {
            double[][] panel = Array.ConvertAll(few, k => Unit(k, Columns));
            foreach (Reflector reflector in _reflectors)
                reflector.Mirror(panel);
            foreach ((int k, double[] reflected) in few.Zip(panel))
            {
                double[] column = BackSubstituted(reflected);
                for (int i = 0; i < Columns; i++)
                    inverse[i][k] = column[i];
            }
        }

        return inverse;
    }

    /// <summary>y − Xw [n], by putting 0 for z and turning back: orthogonal to the columns to the last digits.</summary>
    public double[] Residuals(ReadOnlySpan<double> y)
    {
        double[] reflected = Reflected(y);
        reflected.AsSpan(0, Columns).Clear();
        return TurnedBack(reflected);
    }

    /// <summary>√((XᵀX)⁻¹)ₖₖ [p], the lengths of the rows of R⁻¹: no square on the way.</summary>
    public double[] InverseGramRoots()
    {
        double[][] inverse = [.. Enumerable.Range(0, Columns).Select(k => BackSubstituted(Unit(k, Columns)))];
        return [.. Enumerable.Range(0, Columns).Select(i => Magnitude.Norm([.. inverse.Select(column => column[i])]))];
    }

    /// <summary>
    /// hᵢ [n], the diagonal of X(XᵀX)⁻¹Xᵀ = Q₁Q₁ᵀ: how much row i decides its own prediction; they add up to p.
    /// </summary>
    public double[] Leverages()
    {
        double[] h = new double[Rows];
        foreach (int[] few in Enumerable.Range(0, Columns).Chunk(Reflector.Lanes))
        {
            double[][] panel = Array.ConvertAll(few, k => Unit(k, Rows));
            for (int k = Columns - 1; k >= 0; k--)
                _reflectors[k].Mirror(panel);
            foreach (double[] q in panel)
            {
                for (int i = 0; i < Rows; i++)
                    h[i] += q[i] * q[i];
            }
        }

        return h;
    }

    private static double[] Unit(int k, int length)
    {
        double[] e = new double[length];
        e[k] = 1;
        return e;
    }
}
