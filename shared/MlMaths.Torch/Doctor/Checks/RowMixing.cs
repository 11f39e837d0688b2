namespace MlMaths.Torch.Doctor;

/// <summary>Whether one row's output, or what it costs, depends on another row.</summary>
internal static class RowMixing
{
    private const double Tolerance = 1e-6, Rounding = 1e-12, Step = 0.1;

    /// <summary>The first row whose output moved, beside the size of all outputs; −1 where none did.</summary>
    /// <param name="before">o [n, k].</param>
    /// <param name="after">The same, with other features in one row.</param>
    /// <param name="changed">That row, which may move.</param>
    public static int Touched(Tensor before, Tensor after, int changed)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        double limit = Tolerance * before.abs().max().ToDouble();
        double[] moved = TensorNumbers.Of((after - before).abs().amax([1L]));
        return Enumerable.Range(0, moved.Length).FirstOrDefault(row => row != changed && moved[row] > limit, -1);
    }

    /// <summary>
    /// Whether the target of another row changes what it costs to raise one output of row 0. One entry only: where all logits of a row
    /// rise together, a softmax stays as it is, and so does any loss behind it.
    ///
    /// <code>
    /// Δ(y) = L(o + δ e₀ₖ, y) − L(o, y)        the same for y and for y with another y_j, where rows are apart
    /// </code>
    /// </summary>
    /// <param name="loss">L of outputs and targets, one number.</param>
    /// <param name="outputs">o [n, k].</param>
    /// <param name="y">Targets.</param>
    /// <param name="unit">k: that of row 0's own class, whose slope tells classes apart.</param>
    /// <param name="other">j: a row with another target.</param>
    /// <returns>Null where the loss is no finite number.</returns>
    public static bool? CostsMix(Func<Tensor, Tensor, Tensor> loss, Tensor outputs, Tensor y, int unit, int other)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = outputs.to(torch.ScalarType.Float64), up = o.clone(), t = Doubled(y), changed = t.clone();
        up[0, unit] += Step;
        changed[other] = t[0];
        double[] L = [Cost(up, t), Cost(o, t), Cost(up, changed), Cost(o, changed)];
        if (!L.All(double.IsFinite)) return null;
        double own = L[0] - L[1], withOther = L[2] - L[3];
        return Math.Abs(own - withOther) > Tolerance * Math.Max(Math.Abs(own), Math.Abs(withOther)) + Rounding * L.Max(Math.Abs);

        double Cost(Tensor outputs, Tensor targets) => loss(outputs, targets).ToDouble();
    }

    private static Tensor Doubled(Tensor y) => y.dtype == torch.ScalarType.Int64 ? y : y.to(torch.ScalarType.Float64);
}
