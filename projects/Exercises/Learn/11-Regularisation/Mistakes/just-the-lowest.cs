// slip: lowest
static class Answer
{
    public static double Choose(double[] strengths, double[][] validation, double[] test) =>
        strengths.Zip(validation, (strength, losses) => (strength, Mean: losses.Average())).MinBy(one => one.Mean).strength;
}
