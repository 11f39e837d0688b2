// slip: by-training
static class Answer
{
    public static string[] Names(double[] rates, double[][] training, double[][] validation)
    {
        int best = -1;
        for (int k = 0; k < rates.Length; k++)
            if (training[k][^1] < training[k][0] && (best < 0 || training[k][^1] < training[best][^1])) best = k;
        var names = new string[rates.Length];
        for (int k = 0; k < rates.Length; k++)
        {
            if (k == best) names[k] = "good";
            else if (!(training[k][^1] < training[k][0]) || rates[k] > rates[best]) names[k] = "too large";
            else names[k] = "too small";
        }
        return names;
    }
}
