// slip: biases-left-out
static class Answer
{
    public static double Norm(double[][] gradients)
    {
        double sum = 0;
        for (int k = 0; k < gradients.Length; k += 2)
            foreach (double e in gradients[k]) sum += e * e;
        return Math.Sqrt(sum);
    }
}
