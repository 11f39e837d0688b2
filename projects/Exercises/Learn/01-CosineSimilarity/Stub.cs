#:property PublishAot=false

// Exercise 1: how alike are two vectors?
//
//   cos(x, y) = Σᵢ xᵢyᵢ / (‖x‖ ‖y‖)      ‖x‖ = √(Σᵢ xᵢ²)
//
// Write both methods, save, and look at what ./mlmaths learn 1 says. Part 2 is in the same file.
Console.WriteLine(Answer.Between([3, 4], [4, 3]));

static class Answer
{
    // x and y have the same length, d. Where a cosine is not defined: null.
    public static double? Between(double[] x, double[] y)
    {
        throw new NotImplementedException();
    }

    // The numbers (from 0) of the k rows that are most like the query by cosine, the most alike first. The query is one of the rows
    // itself, at the place `self`, and is no neighbour of its own.
    public static int[] Nearest(double[][] rows, int self, int k)
    {
        throw new NotImplementedException();
    }
}
