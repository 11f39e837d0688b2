using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// A net of one hidden ReLU layer whose kinks are where they were put, and the coordinates that cross one, by geometry and not by
/// looking at signs:
/// <code>
/// z_iu = Σⱼ x_ij w_ju + b_u
/// b_u  ± h crosses the kink of row i where |z_iu| &lt; h
/// w_ju ± h crosses it where |z_iu| &lt; h |x_ij|;   the second layer crosses none
/// </code>
/// </summary>
internal static class PlantedKinks
{
    /// <summary>
    /// Of the coordinates that cross, how many are labelled so; one that crosses none and is labelled all the same
    /// counts as missed.
    /// </summary>
    public static CheckSurvey.Tally At(int seed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        var net = new AnyDepthPerceptron(layers: 2);
        DerivationPoint drawn = net.Draw(seed);
        using var source = new DerivationSource(drawn);
        Plant(source, Seeds.Generator(seed, DrawnFor.Checks, 1));

        GradientVerdict verdict = GradientVerdict.Of(source, source.Autograd, source.Batch, () => net.Kinks(source.Point));
        HashSet<(string, int)> crossing = Crossing(source), labelled =
            [.. verdict.Coordinates.Where(one => one.Label == CoordinateLabel.Kink).Select(one => (one.Parameter, one.Index))];
        return new CheckSurvey.Tally(crossing.Count(labelled.Contains), crossing.Union(labelled).Count());
    }

    /// <summary>Shifts one unit so that its kink lies within half a step of one row.</summary>
    private static void Plant(DerivationSource source, Random random)
    {
        double[,] z = Before(source);
        int row = random.Next(z.GetLength(0)), unit = random.Next(z.GetLength(1));
        double beside = (random.NextDouble() - 0.5) * Precision.Of(torch.ScalarType.Float64).DefaultStep;
        using (torch.no_grad())
            source.Parameters["b1"][unit].sub_(z[row, unit] - beside);
    }

    private static HashSet<(string, int)> Crossing(DerivationSource source)
    {
        double[,] z = Before(source), x = Matrix(source.Point["X"]), w = Matrix(source.Point["W1"]);
        double[] b = source.Point["b1"].detach().data<double>().ToArray();
        var crossing = new HashSet<(string, int)>();
        for (int i = 0; i < z.GetLength(0); i++)
        {
            for (int u = 0; u < b.Length; u++)
            {
                if (Math.Abs(z[i, u]) < Step(b[u])) crossing.Add(("b1", u));
                for (int j = 0; j < w.GetLength(0); j++)
                    if (Math.Abs(z[i, u]) < Step(w[j, u]) * Math.Abs(x[i, j])) crossing.Add(("W1", j * b.Length + u));
            }
        }

        return crossing;
    }

    private static double Step(double θ) => Precision.Of(torch.ScalarType.Float64).DefaultStep * Math.Max(1, Math.Abs(θ));

    private static double[,] Before(DerivationSource source)
    {
        double[,] x = Matrix(source.Point["X"]), w = Matrix(source.Point["W1"]);
        double[] b = source.Point["b1"].detach().data<double>().ToArray();
        double[,] z = new double[x.GetLength(0), b.Length];
        for (int i = 0; i < z.GetLength(0); i++)
        {
            for (int u = 0; u < b.Length; u++)
                z[i, u] = b[u] + Enumerable.Range(0, w.GetLength(0)).Sum(j => x[i, j] * w[j, u]);
        }

        return z;
    }

    private static double[,] Matrix(Tensor values)
    {
        double[,] numbers = new double[values.size(0), values.size(1)];
        double[] flat = values.detach().contiguous().data<double>().ToArray();
        Buffer.BlockCopy(flat, 0, numbers, 0, flat.Length * sizeof(double));
        return numbers;
    }
}
