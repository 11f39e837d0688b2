// slip: sum-of-norms
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double total = 0;
        foreach (var g in gradients) total += Math.Sqrt(g.Sum(e => e * e));
        return total;
    }
}
