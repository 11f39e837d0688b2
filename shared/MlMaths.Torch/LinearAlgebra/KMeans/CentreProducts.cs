using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MlMaths.Torch.LinearAlgebra;

/// <summary>
/// The inner loop of k-means: 16 rows against all centres. The rows of a panel stand side by side, [d, 16], so that one
/// vector holds the same column of eight rows; four centres by two vectors are eight sums that stay in registers.
///
/// <code>
/// ½‖x − c‖² = ½‖x‖² + (½‖c‖² − x·c)       the bracket alone decides which centre is nearest
/// </code>
/// <c>Vector512</c> becomes two or four narrower vectors where the processor has none of 512 bits.
/// </summary>
internal static unsafe class CentreProducts
{
    /// <summary>Rows of a panel.</summary>
    public const int Width = 16;

    private const int Half = Width / 2, Group = 4;

    /// <summary>The number of centres with room for the last group of four.</summary>
    public static int Padded(int centres) => (centres + Group - 1) / Group * Group;

    /// <summary>scores[c, i] = ½‖c‖² − xᵢ·c</summary>
    /// <param name="panel">[d, 16]</param>
    /// <param name="centres">[m, d], m a multiple of four.</param>
    /// <param name="halfNorms">½‖c‖², [m].</param>
    /// <param name="m">Centres.</param>
    /// <param name="d">Columns.</param>
    /// <param name="scores">[m, 16], written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Score(double* panel, double* centres, double* halfNorms, int m, int d, double* scores)
    {
        for (int c = 0; c < m; c += Group, scores += Group * Width)
        {
            double* c0 = centres + (long)c * d, c1 = c0 + d, c2 = c1 + d, c3 = c2 + d;
            Vector512<double> a0 = Vector512.Create(halfNorms[c]), b0 = a0;
            Vector512<double> a1 = Vector512.Create(halfNorms[c + 1]), b1 = a1;
            Vector512<double> a2 = Vector512.Create(halfNorms[c + 2]), b2 = a2;
            Vector512<double> a3 = Vector512.Create(halfNorms[c + 3]), b3 = a3;
            double* x = panel;
            for (int j = 0; j < d; j++, x += Width)
            {
                Vector512<double> left = -Vector512.Load(x), right = -Vector512.Load(x + Half);
                Vector512<double> weight = Vector512.Create(c0[j]);
                a0 = Vector512.FusedMultiplyAdd(left, weight, a0);
                b0 = Vector512.FusedMultiplyAdd(right, weight, b0);
                weight = Vector512.Create(c1[j]);
                a1 = Vector512.FusedMultiplyAdd(left, weight, a1);
                b1 = Vector512.FusedMultiplyAdd(right, weight, b1);
                weight = Vector512.Create(c2[j]);
                a2 = Vector512.FusedMultiplyAdd(left, weight, a2);
                b2 = Vector512.FusedMultiplyAdd(right, weight, b2);
                weight = Vector512.Create(c3[j]);
                a3 = Vector512.FusedMultiplyAdd(left, weight, a3);
                b3 = Vector512.FusedMultiplyAdd(right, weight, b3);
            }

            a0.Store(scores);
            b0.Store(scores + Half);
            a1.Store(scores + Width);
            b1.Store(scores + Width + Half);
            a2.Store(scores + 2 * Width);
            b2.Store(scores + 2 * Width + Half);
            a3.Store(scores + 3 * Width);
            b3.Store(scores + 3 * Width + Half);
        }
    }

    /// <summary>The least of k scores of each row, and which it was; the first of equal ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Least(double* scores, int k, double* least, double* which)
    {
        for (int half = 0; half < Width; half += Half)
        {
            Vector512<double> best = Vector512.Load(scores + half), index = Vector512<double>.Zero;
            for (int c = 1; c < k; c++)
            {
                Vector512<double> score = Vector512.Load(scores + c * Width + half);
                Vector512<double> closer = Vector512.LessThan(score, best);
                best = Vector512.ConditionalSelect(closer, score, best);
                index = Vector512.ConditionalSelect(closer, Vector512.Create((double)c), index);
            }
            best.Store(least + half);
            index.Store(which + half);
        }
    }
}
