// slip: width-alone
static class Answer
{
    public static double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds)
    {
        var found = seeds.Select(search).ToArray();
        int alike = 0, pairs = 0;
        for (int i = 0; i < found.Length; i++)
            for (int j = i + 1; j < found.Length; j++)
            {
                double factor = found[i].Rate / found[j].Rate;
                if (found[i].Width == found[j].Width) alike++;
                pairs++;
            }
        return pairs == 0 ? null : (double)alike / pairs;
    }
}
