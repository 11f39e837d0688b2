// slip: others-too-small
static class Answer
{
    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        int best = -1;
        for (int k = 0; k < rates.Length; k++)
            if (validation[k][^1] < validation[k][0] && (best < 0 || validation[k][^1] < validation[best][^1])) best = k;
        var names = new string[rates.Length];
        for (int k = 0; k < rates.Length; k++)
        {
            if (k == best) names[k] = "good";
            else if (!(validation[k][^1] < validation[k][0])) names[k] = "too large";
            else names[k] = "too small";
        }
        return names;
    }
}
