// slip: root-mean-square
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double sum = 0;
        int count = 0;
        foreach (var g in gradients)
            foreach (double e in g)
            {
                sum += e * e;
                count++;
            }
        return Math.Sqrt(sum / count);
    }
}
