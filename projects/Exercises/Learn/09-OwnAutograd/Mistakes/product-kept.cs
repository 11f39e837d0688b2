// slip: square
static class Answer
{
    public static (double Left, double Right, double Plus, string Words) Explain(double x) => (x * x, x * x, 1,
        "The last entry holds one and hands it to both of its sides. The product gives to each factor the other one. What "
        + "arrives at the input from its three uses is added up, and that is the slope.");
}
