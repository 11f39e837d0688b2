#:property PublishAot=false

double Try(double rate, int width, int epochs, int seed) =>
    Math.Abs(Math.Log10(rate) + 2) + 1.0 / width + new Random(seed).NextDouble() / 10;
Console.WriteLine(Answer.Search(Try, Try, 1));

static class Answer
{
    public static (double Rate, int Width, double Expected, double Test, string Findings) Search(
        Func<double, int, int, int, double> validation, Func<double, int, int, int, double> test, int seed) =>
        throw new NotImplementedException();

    public static double? Agreement(Func<int, (double Rate, int Width)> search, int[] seeds) =>
        throw new NotImplementedException(); // part 2
}
