#:property PublishAot=false

// Exercise 6: the wobble of a split. Write Wobble for part 1, and Compare for part 2; what they do stands on the lesson page.
// score(training rows, their labels, test rows, their labels) trains on the first, judges on the others, and gives one number. It gets
// rows that Wobble has scaled, by means and deviations of the training rows.
double Guess(double[][] x, bool[] y, double[][] testX, bool[] testY) => testY.Count(label => !label) / (double)testY.Length;
Console.WriteLine(Answer.Wobble([[1], [2], [3], [4], [5], [6], [7], [8]], [true, false, true, false, true, false, true, false], Guess, 1));

static class Answer
{
    public static (double Mean, double Deviation, double Low, double High) Wobble(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> score, int seed) =>
        throw new NotImplementedException();

    public static double? Compare(
        double[][] rows, bool[] labels, Func<double[][], bool[], double[][], bool[], double> first,
        Func<double[][], bool[], double[][], bool[], double> second, int seed) =>
        throw new NotImplementedException();
}
