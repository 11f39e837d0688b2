using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("8 - 3 - 2", 3)]
    [InlineData("2^3^2", 512)]
    [InlineData("-2^2", -4)]
    [InlineData("(-2)^2", 4)]
    [InlineData("2^-1", 0.5)]
    [InlineData("2*-3", -6)]
    [InlineData("--3", 3)]
    [InlineData("2 + 3*4", 14)]
    [InlineData("12/2/3", 2)]
    [InlineData("1.5e1 + .5 + 2.", 17.5)]
    [InlineData("1E-1", 0.1)]
    [InlineData("max(2, min(7, 5)) ** 2", 25)]
    [InlineData("2 · 3 × 4 ÷ 6 − 1", 3)]
    [InlineData("ln(exp(2))", 2)]
    [InlineData("abs(-3) + relu(-1) + sigmoid(0) + sqrt(16) + tanh(0) + sin(0) + cos(0)", 8.5)]
    public void It_reads_as_a_book_does(string text, double expected) =>
        Assert.Equal(expected, Value(text), 1e-12);

    [Fact]
    public void Names_may_be_Greek_and_stand_for_vectors()
    {
        Assert.Equal(Math.Log(1 + Math.Exp(1.5)), Value("log(1 + exp(-(w*x + b)))", "w=2, x=-1", "b=0.5"), 1e-15);
        Assert.Equal(0.3, Value("λ_1 * θ₀", "λ_1=0.1", "θ₀=3"), 1e-15);
        Assert.Equal(1, Value("dot(x, w) - sum(x * w) + max(e, 1)", "x=[1, -2, 3e0]", "w=[4,5,6]", "e=−1"));
        Assert.Equal(["w", "x", "b"], Expression.Parse("w*x + b + w").Names);
    }

    [Theory]
    [InlineData("log(1 + lgo(x))", "There is no function 'lgo'; the nearest is log.", "        ^")]
    [InlineData("1 + (2 * x", "This bracket is never closed: close it, or leave it out.", "    ^")]
    [InlineData("1 + 2) * x", "This bracket closes none that was opened: open one before it, or leave it out.", "     ^")]
    [InlineData("2x", "An operation is missing here; a product is written with *.", " ^")]
    [InlineData("x y", "An operation is missing here; a product is written with *.", "  ^")]
    [InlineData("1 + * 2", "'*' stands where a number, a name or a bracket is missing: put one before it.", "    ^")]
    [InlineData("1 +  ", "The expression ends too soon: a number, a name or a bracket is still missing.", "   ^")]
    [InlineData("", "The expression ends too soon: a number, a name or a bracket is still missing.", "^")]
    [InlineData("()", "')' stands where a number, a name or a bracket is missing: put one before it.", " ^")]
    [InlineData("1,5 + x", "A comma stands only between the two operands of a function; a decimal fraction is written with a point.", " ^")]
    [InlineData("x + log", "log is a function and needs brackets: write log(…).", "    ^")]
    [InlineData("max(x)", "max has one expression in its brackets: write two, with a comma between them.", "^")]
    [InlineData("1 + exp(x, 2)", "exp has 2 expressions in its brackets: write one.", "    ^")]
    [InlineData("x\t$ 2", "The sign '$' means nothing in an expression: leave it out.", "  ^")]
    [InlineData("é\u0301年 $", "The sign '$' means nothing in an expression: leave it out.", "    ^")]
    [InlineData("1e999", "This number is larger than the largest of float64: write one of at most 1.797e308.", "^")]
    public void A_bad_one_gets_a_caret_under_the_bad_place(string text, string sentence, string caret)
    {
        string[] lines = Mistake(() => Expression.Parse(text)).Split('\n');
        Assert.Equal([sentence, "  " + text.Replace('\t', ' '), "  " + caret], lines);
    }

    [Fact]
    public void Of_a_long_one_the_neighbourhood_is_shown()
    {
        string[] lines = Mistake(
            () => Expression.Parse(string.Concat(Enumerable.Repeat("x + ", 50)) + "? + " + new string('y', 300)))
            .Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[1].IndexOf('?'), lines[2].IndexOf('^'));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 100));
    }

    [Fact]
    public void No_input_overflows_the_stack()
    {
        Assert.Contains("are nested here", Mistake(() => Expression.Parse(new string('(', 900))));
        Assert.Contains("are nested here", Mistake(() => Expression.Parse(new string('-', 900) + "x")));
        Assert.Contains("are nested here", Mistake(() => Expression.Parse(string.Concat(Enumerable.Repeat("2^", 400)) + "x")));
        Assert.Equal(1, Value(new string('(', 40) + "x" + new string(')', 40), "x=1")); // as deep as anybody nests
        Assert.Contains("1001 characters", Mistake(() => Expression.Parse(new string('x', 1001))));
        Assert.Equal(500, Value(string.Concat(Enumerable.Repeat("x+", 499)) + "x", "x=1"));
    }

    [Fact]
    public void Random_rubbish_is_a_mistake_or_an_expression_and_never_a_crash()
    {
        const string Signs = "0123456789.eE+-*/^(),xyλπ lognmaxsum\t\0\uD800年́$=[]";
        var random = new Random(1);
        int read = 0;
        for (int k = 0; k < 5000; k++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Signs[random.Next(Signs.Length)])]);
            Exception? thrown = Record.Exception(() => Expression.Parse(text));
            Assert.True(thrown is null or UserMistakeException, $"{text}: {thrown}");
            if (thrown is null) read++;
        }
        Assert.InRange(read, 50, 4950);
    }

    [Theory]
    [InlineData("w*x + b", "w=1", "The expression has no value for 'x', 'b'; give one, for instance x=2.")]
    [InlineData("x", "x=1, y=2", "The expression does not have the name 'y'; its names are 'x'.")]
    [InlineData("x", "x=1, x=2", "'x' has two values; give it one.")]
    [InlineData("x", "x=two", "The value of 'x' is 'two', which is not a number; write for instance x=2 or x=[1, -2].")]
    [InlineData("x", "x=NaN", "The value of 'x' is 'NaN', which is not a number; write for instance x=2 or x=[1, -2].")]
    [InlineData("x", "x=[]", "The value of 'x' is '', which is not a number; write for instance x=2 or x=[1, -2].")]
    [InlineData("x", "x 2", "'x 2' is not a value for a name; write for instance w=2 or x=[1, -2].")]
    [InlineData("x", "x=[1,2,3,4,5,6,7,8,9,10,11]", "'x' is a vector of 11 elements; at most 10 can be explained.")]
    [InlineData(
        "x + y", "x=[1,2], y=[1,2,3]",
        "A vector of 2 elements and one of 3 cannot be combined here: "
        + "give both the same number of elements.\n  x + y\n    ^")]
    public void Values_that_do_not_fit_are_said_in_one_sentence(string text, string values, string sentence) =>
        Assert.Equal(sentence, Mistake(() => Expression.Parse(text).Record(GivenValues.Parse([values]))));

    private static double Value(string text, params string[] values) =>
        Assert.Single(Expression.Parse(text).Record(GivenValues.Parse(values)).Entries[^1].Value);

    private static string Mistake(Action action) => Assert.Throws<UserMistakeException>(action).Message;
}
