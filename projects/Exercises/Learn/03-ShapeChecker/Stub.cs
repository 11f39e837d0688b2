#:property PublishAot=false

Console.WriteLine(Answer.FirstMismatch([["n", "d"], ["d"]], [[5, 3], [4]]));

static class Answer
{
    public static int? FirstMismatch(string[][] names, int[][] shapes) => throw new NotImplementedException();

    public static int[]? Difference(int[] a, int[] b) => throw new NotImplementedException(); // part 2
}
