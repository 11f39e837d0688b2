// Random, and yet even: one rate is drawn within each of twenty equal pieces of the logarithm, and every width comes five times. Twenty
// trials cover more than twenty that fall where they like.
static class Answer
{
    public static (double Rate, int Width, double Expected, double Test, string Findings) Search(
        Func<double, int, int, int, double> validation, Func<double, int, int, int, double> test, int seed)
    {
        var random = new Random(seed);
        int[] widths = [.. Enumerable.Range(0, 20).Select(i => 2 << i % 4)];
        random.Shuffle(widths);
        double[] rates = [.. Enumerable.Range(0, 20).Select(i => Math.Pow(10, -4 + (i + random.NextDouble()) / 5))];
        ⟦random.Shuffle(rates);|Array.Reverse(rates);⟧
        double[] losses = [.. rates.Select((rate, i) => validation(rate, widths[i], 20, ⟦i|100 + i⟧))];
        int best = Array.IndexOf(losses, losses.Min());
        double[] again = [.. new[] { 501, 502, 503, 504, 505 }.Select(number => validation(rates[best], widths[best], 20, number))];
        string said = FormattableString.Invariant($"The search tried rates from {rates.Min():0.00000} to {rates.Max():0.00}. ")
            + FormattableString.Invariant($"The winner has {rates[best]:G3}. ")
            + FormattableString.Invariant($"On average the trials had {losses.Average():0.00}, and the winner {again.Average():0.00}. ")
            + "Its first loss was partly luck. Nothing was chosen by test rows.";
        return (rates[best], widths[best], ⟦again.Average()|again.Sum() / again.Length⟧, test(rates[best], widths[best], 20, 501), said);
    }

    public static double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds)
    {
        double pairs = seeds.Length * (seeds.Length - 1) / 2.0;
        if (pairs ⟦== 0|< 1⟧) return ⟦null|double.NaN⟧;
        var found = new List<(double Rate, int Width)>();
        int alike = 0;
        foreach (int seed in seeds)
        {
            var one = search(seed);
            alike += found.Count(other => other.Width == one.Width
                && ⟦other.Rate / one.Rate is <= 3 and >= 1 / 3.0|Math.Max(other.Rate / one.Rate, one.Rate / other.Rate) <= 3⟧);
            found.Add(one);
        }

        return alike / pairs;
    }
}
