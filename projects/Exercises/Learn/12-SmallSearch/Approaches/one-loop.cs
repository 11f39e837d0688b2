// One loop that keeps the lowest so far, as one would write it on a board. Training seeds count on from trial to trial, so that none comes
// twice.
static class Answer
{
    public static (double Rate, int Width, double Expected, double Test, string Findings) Search(
        Func<double, int, int, int, double> validation, Func<double, int, int, int, double> test, int seed)
    {
        var random = new Random(seed);
        double bestRate = 0, bestLoss = double.PositiveInfinity;
        int bestWidth = 0;
        for (int trial = 1; trial <= 20; trial++)
        {
            double rate = ⟦Math.Pow(10, 4 * random.NextDouble() - 4)|Math.Exp(Math.Log(1e-4) * random.NextDouble())⟧;
            int width = ⟦1 << random.Next(1, 5)|(int)Math.Pow(2, random.Next(1, 5))⟧;
            double loss = validation(rate, width, 20, trial);
            if (loss ⟦<|<=⟧ bestLoss) (bestRate, bestWidth, bestLoss) = (rate, width, loss);
        }

        var again = new List<double>();
        for (int repeat = 21; repeat <= 25; repeat++) again.Add(validation(bestRate, bestWidth, 20, repeat));
        double expected = ⟦again.Average()|again.Sum() / 5|again.Sum() / again.Count⟧;
        double tested = test(bestRate, bestWidth, 20, ⟦26|1⟧);
        string findings = string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Of 20 trials the lowest loss was {bestLoss:0.⟦00|000⟧}, with a width of {bestWidth}. Its rate is {bestRate:G⟦2|3|4⟧}. ")
            + string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Trained again with 5 new seeds it has {expected:0.⟦000|00⟧}. That is what I would promise. Test rows say {tested:0.000}.");
        return (bestRate, bestWidth, expected, tested, findings);
    }

    public static double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds)
    {
        if (seeds.Length < 2) ⟦return null|return double.NaN|throw new ArgumentException("There is no pair.")⟧;
        (double Rate, int Width)[] found = [.. seeds.Select(search)];
        int alike = 0;
        for (int i = 0; i < found.Length; i++)
        {
            for (int j = ⟦0; j < i; j++|i + 1; j < found.Length; j++⟧)
            {
                double larger = Math.Max(found[i].Rate, found[j].Rate), smaller = Math.Min(found[i].Rate, found[j].Rate);
                if (found[i].Width == found[j].Width && ⟦larger <= 3 * smaller|larger / smaller <= 3⟧) alike++;
            }
        }

        return ⟦2.0 * alike / (found.Length * (found.Length - 1))|alike / (found.Length * (found.Length - 1) / 2.0)⟧;
    }
}
