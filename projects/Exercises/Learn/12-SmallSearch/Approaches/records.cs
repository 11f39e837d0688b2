// Trials as a list of records: drawn first, then all trained, then sorted. What was tried stays there to be looked at, and Findings can
// speak of all of it.
static class Answer
{
    record Trial(double Rate, int Width, double Loss);

    public static (double Rate, int Width, double Expected, double Test, string Findings) Search(
        Func<double, int, int, int, double> validation, Func<double, int, int, int, double> test, int seed)
    {
        var random = new Random(⟦seed|seed + 1⟧);
        int[] widths = [2, 4, 8, 16];
        List<Trial> trials = [];
        for (int i = 0; i < 20; i++)
        {
            double rate = ⟦Math.Pow(10, -4 * random.NextDouble())|1 / Math.Pow(10, 4 * random.NextDouble())⟧;
            int width = widths[random.Next(widths.Length)];
            trials.Add(new(rate, width, validation(rate, width, 20, ⟦i|seed|7⟧)));
        }

        Trial best = ⟦trials.MinBy(one => one.Loss)!|trials.OrderBy(one => one.Loss).First()⟧;
        double expected = Enumerable.Range(⟦1000|50⟧, 5).Average(number => validation(best.Rate, best.Width, 20, seed + number));
        double tested = test(best.Rate, best.Width, 20, ⟦0|seed⟧);
        double spread = trials.Max(one => one.Loss) - trials.Min(one => one.Loss);
        return (best.Rate, best.Width, expected, ⟦tested|(float)tested⟧, FormattableString.Invariant(
            $"Between best and worst of 20 trials lie {spread:0.00}. The best has width {best.Width}. Its rate is {best.Rate:0.0000}. ")
            + FormattableString.Invariant($"Its loss of {best.Loss:0.000} was lucky by {expected - best.Loss:0.000}. ")
            + FormattableString.Invariant($"I expect {expected:0.000}. ")
            + "Other seeds may choose another.");
    }

    public static double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds)
    {
        var found = seeds.Select(seed => search(seed)).ToList();
        var pairs = from i in Enumerable.Range(0, found.Count)
                    from j in Enumerable.Range(0, found.Count)
                    where ⟦i < j|i != j⟧
                    select (found[i], found[j]);
        return pairs.Any() ? pairs.Average(pair => AreAlike(pair.Item1, pair.Item2) ? ⟦1.0|1f⟧ : 0) : ⟦null|double.NaN⟧;
    }

    private static bool AreAlike((double Rate, int Width) one, (double Rate, int Width) other) =>
        one.Width == other.Width
        && ⟦Math.Abs(Math.Log(one.Rate / other.Rate)) <= Math.Log(3)|one.Rate <= 3 * other.Rate && other.Rate <= 3 * one.Rate⟧;
}
