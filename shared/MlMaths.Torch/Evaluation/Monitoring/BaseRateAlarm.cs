namespace MlMaths.Torch.Evaluation;

/// <summary>
/// Rings where a window of rows without labels, a week say, speaks for another base rate than the reference rows had.
///
/// <para>It looks at one number, the mean probability, because that is all that the likelihood says near an unchanged rate
/// (<see cref="BaseRateEstimate"/> has Lᵢ):</para>
/// <code>
/// d/dq Σᵢ ln Lᵢ(q) at q = b  =  Σᵢ (pᵢ/b − (1 − pᵢ)/(1 − b))  =  n (p̄ − b) / (b (1 − b))
/// </code>
/// <para>How far p̄ strays by chance is not looked up but drawn: a window of the same size and a fresh reference, both from the
/// reference rows, again and again. So the limits fit this n, these skewed probabilities, and a reference that is itself a
/// sample; a fixed limit on a drift index fits none of them. Of S drawn strays, the k-th smallest leaves a new one below it with
/// a chance of exactly k/(S + 1): the limits stand at k = α/2 (S + 1) from either end.</para>
/// </summary>
/// <param name="Rows">n: rows of a window.</param>
/// <param name="FalseAlarmRate">α: how often a window of an unchanged world rings; below Low and above High half of it each.</param>
/// <param name="Reference">The mean probability of the reference rows.</param>
/// <param name="Low">A mean below this rings.</param>
/// <param name="High">A mean above this rings.</param>
public sealed record BaseRateAlarm(int Rows, double FalseAlarmRate, double Reference, double Low, double High)
{
    /// <summary>Windows that are drawn.</summary>
    public const int DefaultSimulations = 3999;

    /// <summary>Sets the limits.</summary>
    /// <param name="reference">Probabilities of rows that the model was not trained on, from before.</param>
    /// <param name="rows">n, at least 1.</param>
    /// <param name="falseAlarmRate">Above 0 and below 1.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="simulations">Windows that are drawn.</param>
    public static BaseRateAlarm Calibrate(
        ReadOnlySpan<double> reference, int rows, double falseAlarmRate, int seed, int simulations = DefaultSimulations) =>
        MeanNullDistribution.Of(reference, seed, simulations).Alarm(rows, falseAlarmRate);

    /// <summary>Whether a window rings.</summary>
    /// <exception cref="ArgumentException">It has not <see cref="Rows"/> rows: the limits are those of another size.</exception>
    public bool Rings(ReadOnlySpan<double> window)
    {
        if (window.Length != Rows)
            throw new ArgumentException($"The limits are for {Rows} rows, and the window has {window.Length}.", nameof(window));
        return RingsAt(MeanNullDistribution.Mean(window));
    }

    /// <summary>Whether a window of <see cref="Rows"/> rows with this mean probability rings.</summary>
    public bool RingsAt(double mean) => Finite.Checked(mean) < Low || mean > High;
}
