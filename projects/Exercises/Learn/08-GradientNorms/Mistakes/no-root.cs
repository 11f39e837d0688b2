// slip: not-rooted
static class Answer
{
    public static double Norm(double[][] gradients) => gradients.Sum(g => g.Sum(e => e * e));
}
