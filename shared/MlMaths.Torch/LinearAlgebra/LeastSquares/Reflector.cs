namespace MlMaths.Torch.LinearAlgebra;

/// <summary>H = I − β vvᵀ on the entries from <paramref name="From"/> on.</summary>
internal sealed record Reflector(int From, double[] V, double β)
{
    /// <summary>So many at a time: one sum waits for its last addition, and the others need not.</summary>
    public const int Lanes = 4;

    public void Mirror(double[] y)
    {
        Span<double> rest = y.AsSpan(From);
        RowArithmetic.AddTo(rest, V, -(β * RowArithmetic.Dot(V, rest)));
    }

    /// <summary>Several at a time.</summary>
    public void Mirror(double[][] panel)
    {
        if (panel.Length < Lanes)
        {
            foreach (double[] y in panel) Mirror(y);
            return;
        }

        int n = V.Length;
        Span<double> a = panel[0].AsSpan(From, n), b = panel[1].AsSpan(From, n), c = panel[2].AsSpan(From, n),
            d = panel[3].AsSpan(From, n);
        double alongA = 0, alongB = 0, alongC = 0, alongD = 0;
        for (int i = 0; i < n; i++)
        {
            double v = V[i];
            alongA += v * a[i];
            alongB += v * b[i];
            alongC += v * c[i];
            alongD += v * d[i];
        }

        RowArithmetic.AddTo(a, V, -(β * alongA));
        RowArithmetic.AddTo(b, V, -(β * alongB));
        RowArithmetic.AddTo(c, V, -(β * alongC));
        RowArithmetic.AddTo(d, V, -(β * alongD));
    }
}
